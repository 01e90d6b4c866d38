import { sum } from 'simple-statistics';

/**
 * Arithmetic mean, corrected once for its own rounding; exact for equal values. simple-statistics' `sum` is
 * compensated (Kahan and Babuška) and sound for finite numbers, which the caller has made sure of.
 * @throws RangeError when there is no value
 */
export function centredMean(values: readonly number[]): number {
  if (values.length === 0) {
    throw new RangeError('the mean of no values is not defined');
  }
  const first = sum([...values]) / values.length;
  return first + sum(values.map((v) => v - first)) / values.length;
}
