import { centred } from './centred';
import { lagCorrelation, unbiasedCorrelation } from './lagCorrelation';

// Mean and noise of a stationary series whose neighbours may be alike (AR(1)): the lag-1 correlation, corrected for the
// bias of short series (Kendall 1954), says how much less n values tell than n independent ones, and by how much the
// sample variance falls short.

/** What a series of windows tells about its noise. */
export interface SeriesNoise {
  readonly n: number;
  readonly mean: number;
  /** Standard deviation of one value. */
  readonly sd: number;
  /** Lag-1 correlation, 0 to 0.9. */
  readonly correlation: number;
  /** Degrees of freedom of `sd`, fewer when neighbours are alike. */
  readonly df: number;
}

/**
 * Null below 3 values. Gaps between values are not known here and make the correlation a little smaller.
 * @param values in time order, in any unit
 * @param known correlation, where more than this series tells it
 * @throws RangeError naming a value that is not finite
 */
export function seriesNoise(values: readonly number[], known: number | null = null): SeriesNoise | null {
  const n = values.length;
  if (n < 3) {
    return null;
  }
  const { mean, rest, distances: from } = centred(values);
  const squares = from.reduce((sum, d) => sum + d * d, 0);
  const correlation = known ?? unbiasedCorrelation(lagCorrelation(values) ?? 0, n);
  const shortfall = 1 - (inflation(n, correlation) - 1) / (n - 1);
  const df = Math.max(1, ((n - 1) * (1 - correlation ** 2)) / (1 + correlation ** 2));
  return { n, mean: mean + rest, correlation, df, sd: Math.sqrt(squares / (n - 1) / Math.max(shortfall, 1 / n)) };
}

/** Variance of the mean of n values over that of n independent ones, for AR(1): 1 + 2 Σ (1 - j/n) r^j. @param correlation lag-1, -1 to 1 */
export function inflation(n: number, correlation: number): number {
  let sum = 0;
  for (let lag = 1; lag < n; lag++) {
    sum += (1 - lag / n) * correlation ** lag;
  }
  return 1 + 2 * sum;
}
