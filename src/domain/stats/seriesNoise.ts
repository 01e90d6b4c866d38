import { centredMean } from './centredMean';

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

const MOST_CORRELATED = 0.9;

/** Null below 3 values. Gaps between values are not known here and make the correlation a little smaller. */
export function seriesNoise(values: readonly number[]): SeriesNoise | null {
  const n = values.length;
  if (n < 3) {
    return null;
  }
  const mean = centredMean(values);
  const from = values.map((v) => v - mean);
  const squares = from.reduce((sum, d) => sum + d * d, 0);
  const products = from.slice(1).reduce((sum, d, i) => sum + d * (from[i] ?? 0), 0);
  const raw = squares > 0 ? products / squares : 0;
  const correlation = Math.max(0, Math.min(MOST_CORRELATED, raw + (1 + 3 * raw) / n));
  const shortfall = 1 - (inflation(n, correlation) - 1) / (n - 1);
  const df = Math.max(1, ((n - 1) * (1 - correlation ** 2)) / (1 + correlation ** 2));
  return { n, mean, correlation, df, sd: Math.sqrt(squares / (n - 1) / Math.max(shortfall, 1 / n)) };
}

/** Variance of the mean of n values over that of n independent ones. */
export function inflation(n: number, correlation: number): number {
  let sum = 0;
  for (let lag = 1; lag < n; lag++) {
    sum += (1 - lag / n) * correlation ** lag;
  }
  return 1 + 2 * sum;
}
