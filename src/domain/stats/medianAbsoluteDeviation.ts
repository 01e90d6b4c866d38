import { finiteValues } from './finiteValues';
import { median } from './median';

/** Median of distances from the median, in units of the values, unscaled (x 1.4826 for a sigma); null when there is no value. */
export function medianAbsoluteDeviation(values: ArrayLike<number>): number | null {
  const kept = finiteValues(values).values;
  const middle = median(kept);
  return middle === null ? null : median(kept.map((v) => Math.abs(v - middle)));
}
