import { DAY } from '../../domain/base/Duration';
import { pointsOf } from '../../domain/base/Series';
import { isNoQuestion, questionFor } from '../../domain/promql/questionFor';
import type { QuestionContext } from '../../domain/promql/QuestionContext';
import { reachOf, recordedReachQuestion } from '../../domain/promql/recordedReachQuestion';
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
  if (isNoQuestion(questionFor('demand-now', context))) {
    return new Set();
  }
  // One look a day: whether something is there, not what.
  const days = { from: now - historyDays * DAY, to: now };
  const answer = await metrics.range(source, recordedReachQuestion(context), days, DAY, signal);
  return answer.ok ? reachingBack(answer.value.data, now) : new Set();
}

function reachingBack(rows: readonly LabelledSeries[], now: number): ReadonlySet<string> {
  const rawSince = Math.min(...rows.filter(({ labels }) => reachOf(labels)?.raw === true).map(firstAt));
  const names = rows.flatMap((row) => {
    const reach = reachOf(row.labels);
    return reach?.raw === false && firstAt(row) <= rawSince && isCurrent(row, now) ? [reach.name] : [];
  });
  return new Set(names);
}

const firstAt = ({ series }: LabelledSeries): number => pointsOf(series)[0]?.at ?? Infinity;

const isCurrent = ({ series }: LabelledSeries, now: number): boolean => now - (pointsOf(series).at(-1)?.at ?? 0) < DAY;
