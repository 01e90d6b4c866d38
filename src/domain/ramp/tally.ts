import { unbiasedCorrelation } from '../stats/lagCorrelation';
import { inflation } from '../stats/seriesNoise';
import type { LevelTallies, Tally } from './RampState';

export const EMPTY_TALLY: Tally = { n: 0, first: 0, last: 0, sum: 0, squares: 0, products: 0 };

export const NOTHING_COUNTED: LevelTallies = { demand: EMPTY_TALLY, pool: EMPTY_TALLY, failures: EMPTY_TALLY };

export function addTo(tally: Tally, value: number | null): Tally {
  if (value === null) {
    return tally;
  }
  const first = tally.n === 0 ? value : tally.first;
  const [from, before] = [value - first, tally.last - first];
  const products = tally.n === 0 ? 0 : tally.products + from * before;
  return { n: tally.n + 1, first, last: value, sum: tally.sum + from, squares: tally.squares + from * from, products };
}

/** Mean and its standard error, which is greater where neighbours are alike (a demand that drifts); null when nothing was counted. */
export function meanOf({ n, first, last, sum, squares, products }: Tally): { readonly mean: number; readonly se: number; readonly n: number } | null {
  if (n === 0) {
    return null;
  }
  const from = sum / n;
  const about = Math.max(0, squares - n * from * from);
  if (n === 1 || about === 0) {
    return { mean: first + from, se: 0, n };
  }
  const alike = products - from * (2 * sum - (last - first)) + (n - 1) * from * from;
  const less = inflation(n, unbiasedCorrelation(alike / about, n));
  // A series whose neighbours are alike strays less about its own mean than about the true one.
  const shortfall = Math.max(1 / n, 1 - (less - 1) / (n - 1));
  return { mean: first + from, se: Math.sqrt((about / (n - 1) / shortfall) * (less / n)), n };
}
