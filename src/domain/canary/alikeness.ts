import { lagCorrelation, unbiasedCorrelation } from '../stats/lagCorrelation';

/** Standard errors. */
const CLEARLY = 2;

/**
 * Lag-1 correlation of the windows of the target, from its own series and those of its peers (each against the median of
 * all others). One short series tells it so badly that too many sound runs are stopped or left undecided; taken together
 * they do. Where the target's own is clearly above that of all, its own counts. Null when nothing tells it.
 */
export function alikeness(own: readonly number[], peers: ReadonlyArray<readonly number[]>): number | null {
  const mine = lagCorrelation(own);
  const all = [mine, ...peers.filter((p) => p.length >= own.length / 2).map(lagCorrelation)].filter((r) => r !== null);
  if (all.length === 0) {
    return null;
  }
  const common = unbiasedCorrelation(all.reduce((sum, r) => sum + r, 0) / all.length, own.length);
  const alone = unbiasedCorrelation(mine ?? 0, own.length);
  return alone - common > CLEARLY * Math.sqrt((1 - common ** 2) / own.length) ? alone : common;
}
