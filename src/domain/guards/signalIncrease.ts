import type { RawSample, RawSeries } from './RawSample';

/**
 * Growth of one signal between two neighbouring sample timestamps, summed over its series.
 * A reset counts the new value whole, as Prometheus does. A series that appears is born at 0: the first error of a new
 * label set counts (`increase()` would miss it). One that vanishes adds nothing.
 * @returns null when no series has a sample at `to`, or a value there is not a number
 */
export function signalIncrease(series: readonly RawSeries[], from: number, to: number): number | null {
  let sum = 0;
  let present = 0;
  for (const one of series) {
    const now = sampleAt(one, to);
    if (now === undefined) {
      continue;
    }
    const before = sampleAt(one, from)?.value ?? bornAt(one, to);
    present++;
    sum += now.value >= before ? now.value - before : now.value;
    if (!Number.isFinite(now.value) || !Number.isFinite(before) || now.value < 0) {
      return null;
    }
  }
  return present === 0 ? null : sum;
}

/** True when any series of the signal fell between the two timestamps. */
export const signalReset = (series: readonly RawSeries[], from: number, to: number): boolean =>
  series.some((one) => {
    const before = sampleAt(one, from);
    const now = sampleAt(one, to);
    return before !== undefined && now !== undefined && now.value < before.value;
  });

/** Value of a gauge at a timestamp, summed over its series; null when absent or not a number. */
export function signalValue(series: readonly RawSeries[], at: number): number | null {
  const values = series.flatMap((one) => sampleAt(one, at)?.value ?? []);
  return values.length > 0 && values.every(Number.isFinite) ? values.reduce((sum, v) => sum + v, 0) : null;
}

const sampleAt = (series: RawSeries, at: number): RawSample | undefined => series.find((s) => s.at === at);

/** 0 for a series never seen before; NaN for one that only missed the timestamp in between, whose growth is not known. */
const bornAt = (series: RawSeries, at: number): number => (series.some((s) => s.at < at) ? NaN : 0);
