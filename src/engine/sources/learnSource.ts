import { ok, type Result } from '../../domain/base/Result';
import { detectionPattern } from '../../domain/catalogue/detectionPattern';
import { metricsToAskAbout } from '../../domain/catalogue/metricsToAskAbout';
import type { Settings, SourceSettings } from '../../domain/catalogue/Settings';
import { detectRecorded } from '../../domain/promql/detectRecorded';
import { scrapeIntervalFrom, scrapeIntervalQuestion } from '../../domain/promql/scrapeIntervalQuestion';
import type { Metrics, QueryFailure } from '../../ports/Metrics';
import { askSourceFacts } from './askSourceFacts';
import { contextsOf } from './contextsOf';
import type { Detection } from './Detection';
import { familyWindow } from './familyWindow';
import { recordedFor } from './recordedFor';

/**
 * What one data source holds, asked in two cheap questions: metric names, then labels and scrape intervals of
 * the families found; and one more for each profile where our recorded series are there.
 * @throws AbortError when cancelled
 */
export async function learnSource(
  metrics: Metrics,
  source: SourceSettings,
  settings: Settings,
  now: number,
  signal: AbortSignal
): Promise<Result<Detection, QueryFailure>> {
  const custom = settings.customProfiles;
  const answer = await metrics.metricNames(source.uid, detectionPattern(custom), familyWindow(now), signal);
  if (!answer.ok) {
    return answer;
  }
  const names = new Set(answer.value);
  const learnt = await askSourceFacts(metrics, source, metricsToAskAbout(names, custom), signal);
  if (!learnt.ok) {
    return learnt;
  }
  const { labels: facts, scrapeIntervals } = learnt.value;
  const raw: Detection = { metrics: names, facts, scrapeIntervals, recorded: new Map() };
  const timed = { ...raw, scrapeIntervals: new Map([...scrapeIntervals, ...(await missingIntervals(metrics, source, raw, settings, signal))]) };
  if (detectRecorded(names).size === 0) {
    return ok(timed);
  }
  const recorded = await Promise.all(
    contextsOf(timed, source, '', settings).contexts.map(
      async ({ context }) => [context.profile.id, await recordedFor(metrics, source.uid, context, settings.historyDays, now, signal)] as const
    )
  );
  return ok({ ...timed, recorded: new Map(recorded) });
}

/** Where they did not come with the labels. */
function missingIntervals(metrics: Metrics, source: SourceSettings, found: Detection, settings: Settings, signal: AbortSignal) {
  const wanted = new Set(contextsOf(found, source, '', settings).contexts.map(({ context }) => context.profile.detect));
  return Promise.all(
    [...wanted]
      .filter((metric) => !found.scrapeIntervals.has(metric))
      .map(async (metric) => {
        const answer = await metrics.instant(source.uid, scrapeIntervalQuestion(metric, source.scope), null, signal);
        return [metric, scrapeIntervalFrom(answer.ok ? answer.value.data : [])] as const;
      })
  );
}
