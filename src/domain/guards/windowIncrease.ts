import type { WindowTimes } from './Measurement';
import type { RawSeries } from './RawSample';
import { signalIncrease } from './signalIncrease';

/** Growth of a signal over a window, difference by difference; null when one of them is unknown. */
export function windowIncrease(series: readonly RawSeries[] | undefined, times: WindowTimes): number | null {
  let sum = 0;
  for (let i = 1; i < times.length; i++) {
    const increase = signalIncrease(series ?? [], times[i - 1] ?? NaN, times[i] ?? NaN);
    if (increase === null) {
      return null;
    }
    sum += increase;
  }
  return times.length < 2 ? null : sum;
}

/** The same for a sparse signal: no series at a timestamp means that nothing happened yet. */
export function sparseIncrease(series: readonly RawSeries[] | undefined, times: WindowTimes): number {
  let sum = 0;
  for (let i = 1; i < times.length; i++) {
    sum += signalIncrease(series ?? [], times[i - 1] ?? NaN, times[i] ?? NaN) ?? 0;
  }
  return sum;
}
