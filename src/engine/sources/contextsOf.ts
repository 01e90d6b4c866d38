import type { DetectedProfile } from '../../domain/catalogue/DetectedProfile';
import { detectProfiles } from '../../domain/catalogue/detectProfiles';
import type { Settings, SourceSettings } from '../../domain/catalogue/Settings';
import { scrapeIntervalFrom } from '../../domain/promql/scrapeIntervalQuestion';
import type { Detection } from './Detection';
import { profileContext } from './profileContext';
import { profilesInUse } from './profilesInUse';
import type { SourceContext } from './SourceContext';

export interface FoundContexts {
  readonly contexts: readonly SourceContext[];
  /** Everything that was detected, usable or not. */
  readonly detected: readonly DetectedProfile[];
}

const NONE: ReadonlySet<string> = new Set();

/** The profiles a source is read with, out of what was learnt of it now or on an earlier visit. */
export function contextsOf(found: Detection, source: SourceSettings, sourceName: string, settings: Settings): FoundContexts {
  const detected = detectProfiles(found.metrics, found.facts, settings.customProfiles);
  const contexts = profilesInUse(source, detected).map((d): SourceContext => {
    const interval = found.scrapeIntervals.get(d.profile.detect) ?? scrapeIntervalFrom([]);
    const context = profileContext(source, d, found, interval);
    return { sourceUid: source.uid, sourceName, detected: d, context: { ...context, recorded: found.recorded.get(d.profile.id) ?? NONE } };
  });
  return { contexts, detected };
}
