import { centred } from './centred';

const MOST_CORRELATED = 0.9;

/** Lag-1 correlation as it comes out of a series; that of a short one is too small. Null for constant values. */
export function lagCorrelation(values: readonly number[]): number | null {
  const { distances } = centred(values);
  const squares = distances.reduce((sum, d) => sum + d * d, 0);
  const products = distances.slice(1).reduce((sum, d, i) => sum + d * (distances[i] ?? 0), 0);
  return squares > 0 ? products / squares : null;
}

/** What it is on the average of series of n values (Kendall 1954), kept from 0 to 0.9. */
export const unbiasedCorrelation = (raw: number, n: number): number => Math.max(0, Math.min(MOST_CORRELATED, raw + (1 + 3 * raw) / n));
