import { DAY } from '../../domain/base/Duration';
import { pointsOf } from '../../domain/base/Series';
import { isNoQuestion, questionFor } from '../../domain/promql/questionFor';
import type { QuestionContext } from '../../domain/promql/QuestionContext';
import { recordedCheck } from '../../domain/promql/recordedCheck';
import type { LabelledSeries, Metrics } from '../../ports/Metrics';

/**
 * Recorded series that may stand in for this profile's raw ones: those that hold it and reach back as far as the raw
 * ones do (to the day). A younger rule would cut the all-time high; `promtool` can fill it backwards.
 */
export async function recordedFor(
  metrics: Metrics,
  source: string,
  context: QuestionContext,
  historyDays: number,
  now: number,
  signal: AbortSignal
): Promise<ReadonlySet<string>> {
  const raw = questionFor('demand-now', context);
  if (isNoQuestion(raw)) {
    return new Set();
  }
  // One look a day: whether something is there, not what.
  const days = (expr: string) => metrics.range(source, expr, { from: now - historyDays * DAY, to: now }, DAY, signal);
  const [recorded, demand] = await Promise.all([days(recordedCheck(context)), days(raw.expr)]);
  if (!recorded.ok || !demand.ok) {
    return new Set();
  }
  const rawSince = Math.min(...demand.value.data.map(firstAt));
  return new Set(
    recorded.value.data.filter((row) => firstAt(row) <= rawSince && isCurrent(row, now)).map(({ labels }) => labels['__name__'] ?? '')
  );
}

const firstAt = ({ series }: LabelledSeries): number => pointsOf(series)[0]?.at ?? Infinity;

const isCurrent = ({ series }: LabelledSeries, now: number): boolean => now - (pointsOf(series).at(-1)?.at ?? 0) < DAY;
