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

/**
 * The same for a sparse signal: a series that was never seen has not happened yet, and is born at 0. One that missed a
 * timestamp stands at its last known value until it is seen again, so that no growth is lost over the gap.
 */
export function sparseIncrease(series: readonly RawSeries[] | undefined, times: WindowTimes): number {
  const [from, to] = [times[0], times.at(-1)];
  return from === undefined || to === undefined ? 0 : (series ?? []).reduce((sum, one) => sum + growthOf(one, from, to), 0);
}

function growthOf(series: RawSeries, from: number, to: number): number {
  const known = series.filter(({ at, value }) => at <= to && Number.isFinite(value) && value >= 0).sort((a, b) => a.at - b.at);
  let before = known.filter(({ at }) => at <= from).at(-1)?.value ?? 0;
  let sum = 0;
  for (const { value } of known.filter(({ at }) => at > from)) {
    // After a reset the new value counts whole.
    sum += value >= before ? value - before : value;
    before = value;
  }
  return sum;
}
