import { HOUR } from '../../domain/base/Duration';
import { ok, type Result } from '../../domain/base/Result';
import type { DetectedProfile } from '../../domain/catalogue/DetectedProfile';
import { detectionPattern } from '../../domain/catalogue/detectionPattern';
import { detectProfiles } from '../../domain/catalogue/detectProfiles';
import { metricsToAskAbout } from '../../domain/catalogue/metricsToAskAbout';
import type { Settings, SourceSettings } from '../../domain/catalogue/Settings';
import { detectRecorded } from '../../domain/promql/detectRecorded';
import { scrapeIntervalQuestion, scrapeIntervalFrom } from '../../domain/promql/scrapeIntervalQuestion';
import type { Metrics, QueryFailure } from '../../ports/Metrics';
import { askSourceFacts } from './askSourceFacts';
import { profileContext } from './profileContext';
import { profilesInUse } from './profilesInUse';
import { recordedFor } from './recordedFor';
import type { SourceContext } from './SourceContext';

/** Families that have had no sample for this long are not there. */
const LOOK_BACK = 6 * HOUR;

export interface FoundContexts {
  readonly contexts: readonly SourceContext[];
  /** Everything that was detected, usable or not. */
  readonly detected: readonly DetectedProfile[];
}

/**
 * What one data source holds, asked in two cheap questions: metric names, then labels and scrape intervals of
 * the families found; and two more where our recorded series are there.
 * @throws AbortError when cancelled
 */
export async function findSourceContexts(
  metrics: Metrics,
  source: SourceSettings,
  sourceName: string,
  settings: Settings,
  now: number,
  signal: AbortSignal
): Promise<Result<FoundContexts, QueryFailure>> {
  const custom = settings.customProfiles;
  const answer = await metrics.metricNames(source.uid, detectionPattern(custom), { from: now - LOOK_BACK, to: now }, signal);
  if (!answer.ok) {
    return answer;
  }
  const names = new Set(answer.value);
  const requests = metricsToAskAbout(names, custom);
  const learnt = await askSourceFacts(metrics, source, requests, now, signal);
  if (!learnt.ok) {
    return learnt;
  }
  const { labels: facts, scrapeIntervals } = learnt.value;
  const detected = detectProfiles(names, facts, custom);
  const anyRecorded = detectRecorded(names).size > 0;
  const contexts = await Promise.all(
    profilesInUse(source, detected).map(async (d): Promise<SourceContext> => {
      const interval = scrapeIntervals.get(d.profile.detect) ?? (await askScrapeInterval(metrics, source, d.profile.detect, now, signal));
      const context = profileContext(source, d, { metrics: names, facts }, interval);
      const recorded = anyRecorded ? await recordedFor(metrics, source.uid, context, settings.historyDays, now, signal) : context.recorded;
      return { sourceUid: source.uid, sourceName, detected: d, context: { ...context, recorded } };
    })
  );
  return ok({ contexts, detected });
}

/** Where it did not come with the labels. */
async function askScrapeInterval(metrics: Metrics, source: SourceSettings, metric: string, now: number, signal: AbortSignal): Promise<number> {
  const answer = await metrics.instant(source.uid, scrapeIntervalQuestion(metric, source.scope), now, signal);
  return scrapeIntervalFrom(answer.ok ? answer.value.data : []);
}
