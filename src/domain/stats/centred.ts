import { sum } from 'simple-statistics';

/** Values taken apart: each is `mean + rest + distance`. */
export interface Centred {
  /** Mean as one double, in units of the values. */
  readonly mean: number;
  /** What of the mean is too small to stand in `mean`: values of 1e9 that differ by 1e-3 are told apart by it. */
  readonly rest: number;
  /** Distances from `mean + rest`, in the order of the values; exact for equal values. */
  readonly distances: readonly number[];
}

/**
 * Values about their mean in two passes, so that an offset a billion times the scatter takes no digits of it.
 * simple-statistics' `sum` is compensated (Kahan and Babuška).
 * @throws RangeError without a value, and naming one that is not finite
 */
export function centred(values: readonly number[]): Centred {
  if (values.length === 0) {
    throw new RangeError('the mean of no values is not defined');
  }
  const bad = values.find((v) => !Number.isFinite(v));
  if (bad !== undefined) {
    throw new RangeError(`invalid value: ${bad} (finite numbers are needed)`);
  }
  const total = sum([...values]);
  // Values near the end of the range of numbers: their sum is beyond it, their mean is not.
  const mean = Number.isFinite(total) ? total / values.length : sum(values.map((v) => v / values.length));
  const from = values.map((v) => v - mean);
  const rest = sum(from) / values.length;
  return { mean, rest, distances: from.map((d) => d - rest) };
}
