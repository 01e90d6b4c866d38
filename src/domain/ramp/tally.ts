import type { Tally } from './RampState';

export const EMPTY_TALLY: Tally = { n: 0, sum: 0, squares: 0 };

export const addTo = (tally: Tally, value: number | null): Tally =>
  value === null ? tally : { n: tally.n + 1, sum: tally.sum + value, squares: tally.squares + value * value };

/** Mean and its standard error; null when nothing was counted. */
export function meanOf({ n, sum, squares }: Tally): { readonly mean: number; readonly se: number; readonly n: number } | null {
  if (n === 0) {
    return null;
  }
  const mean = sum / n;
  const variance = n > 1 ? Math.max(0, (squares - n * mean * mean) / (n - 1)) : 0;
  return { mean, se: Math.sqrt(variance / n), n };
}
