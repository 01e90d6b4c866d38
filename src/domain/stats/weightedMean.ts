import { centred } from './centred';

/**
 * Mean of an AR(1) series with the least variance: inner values count less than the two at the ends, since their neighbours
 * tell the same. Its variance is that of one value x `weightedInflation(n) / n`. @throws RangeError without a value, and naming one that is not finite
 */
export function weightedMean(values: readonly number[], correlation: number): number {
  const n = values.length;
  const { mean, rest, distances } = centred(values);
  const sum = distances.reduce((total, d, i) => total + (i === 0 || i === n - 1 ? 1 : 1 - correlation) * d, 0);
  return mean + (rest + (n < 2 ? 0 : sum / (n - (n - 2) * correlation)));
}

/** Variance of the weighted mean of n values over that of the mean of n independent ones. */
export const weightedInflation = (n: number, correlation: number): number => (n < 2 ? 1 : (n * (1 + correlation)) / (n - (n - 2) * correlation));
