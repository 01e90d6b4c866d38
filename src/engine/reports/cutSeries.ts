import type { Series } from '../../domain/base/Series';

/** What of a series was there at a moment: the cells that had ended by then. */
export function cutSeries(series: Series, then: number): Series {
  const ended = Math.floor((then - series.start) / series.step) + 1;
  return { ...series, values: series.values.subarray(0, Math.max(0, ended)) };
}
