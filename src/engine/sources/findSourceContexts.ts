import { HOUR } from '../../domain/base/Duration';
import { err, ok, type Result } from '../../domain/base/Result';
import type { DetectedProfile } from '../../domain/catalogue/DetectedProfile';
import { detectionPattern } from '../../domain/catalogue/detectionPattern';
import { detectProfiles } from '../../domain/catalogue/detectProfiles';
import { labelFactsFrom, type LabelFacts } from '../../domain/catalogue/LabelFacts';
import { metricsToAskAbout } from '../../domain/catalogue/metricsToAskAbout';
import type { Settings, SourceSettings } from '../../domain/catalogue/Settings';
import { detectRecorded } from '../../domain/promql/detectRecorded';
import { labelFactsQuestion } from '../../domain/promql/labelFactsQuestion';
import { scrapeIntervalQuestion, scrapeIntervalFrom } from '../../domain/promql/scrapeIntervalQuestion';
import type { Metrics, QueryFailure } from '../../ports/Metrics';
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
 * What one data source holds, asked in a handful of cheap questions: metric names once, then the labels of each
 * family found, then the scrape interval.
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
  const answers = await Promise.all(
    requests.map((r) => metrics.instant(source.uid, labelFactsQuestion(r.metric, r.candidates, source.scope), now, signal))
  );
  const facts = new Map<string, LabelFacts>();
  for (const [i, request] of requests.entries()) {
    const rows = answers[i];
    if (rows?.ok) {
      facts.set(request.metric, labelFactsFrom(request.metric, rows.value.data));
    }
  }
  const failed = answers.find((a) => !a.ok);
  if (failed && !failed.ok && facts.size === 0) {
    return err(failed.error);
  }
  const detected = detectProfiles(names, facts, custom);
  const anyRecorded = detectRecorded(names).size > 0;
  const contexts = await Promise.all(
    profilesInUse(source, detected).map(async (d): Promise<SourceContext> => {
      const interval = await metrics.instant(source.uid, scrapeIntervalQuestion(d.profile.detect, source.scope), now, signal);
      const context = profileContext(source, d, { metrics: names, facts }, scrapeIntervalFrom(interval.ok ? interval.value.data : []));
      const recorded = anyRecorded ? await recordedFor(metrics, source.uid, context, settings.historyDays, now, signal) : context.recorded;
      return { sourceUid: source.uid, sourceName, detected: d, context: { ...context, recorded } };
    })
  );
  return ok({ contexts, detected });
}
