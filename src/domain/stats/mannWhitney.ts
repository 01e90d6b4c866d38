import { brentRoot } from './brentRoot';
import { midRanks } from './midRanks';
import { normalCdf } from './normalCdf';
import { normalQuantile } from './normalQuantile';

// Two-sample Wilcoxon (Mann-Whitney) by normal approximation with ties and continuity correction, and the interval and
// Hodges-Lehmann estimate of the shift as roots of the test statistic: R's
// wilcox.test(x, y, conf.int = TRUE, exact = FALSE, correct = TRUE), the artefacts of its root finder included.

/** R's and Kayenta's: absolute, so that values of 1e-3 and less come out coarse; rescale them first. */
const TOLERANCE = 1e-4;

/** All values of both samples are one number: nothing can be ranked. */
export class NoSpread extends Error {
  override readonly name = 'NoSpread';

  constructor() {
    super('all values are equal: ranks have no spread');
  }
}

/** (D - sign(D)/2) / sigma - q for the shift mu: D the rank sum of x - mu among both, less what is expected. @throws NoSpread */
export function rankStatistic(x: readonly number[], y: readonly number[], mu: number, q: number): number {
  const n = x.length;
  const m = y.length;
  const { ranks, ties } = midRanks([...x.map((v) => v - mu), ...y]);
  const rankSum = ranks.slice(0, n).reduce((sum, r) => sum + r, 0);
  const d = rankSum - (n * (n + 1)) / 2 - (n * m) / 2;
  const tied = ties.reduce((sum, t) => sum + (t ** 3 - t), 0);
  const sigma = Math.sqrt(((n * m) / 12) * (n + m + 1 - tied / ((n + m) * (n + m - 1))));
  if (sigma === 0) {
    throw new NoSpread();
  }
  return (d - Math.sign(d) / 2) / sigma - q;
}

/** Two-sided p of no shift. @throws NoSpread, and RangeError on an empty sample */
export function mannWhitneyP(x: readonly number[], y: readonly number[]): number {
  refuseEmpty(x, y);
  return Math.min(1, 2 * normalCdf(-Math.abs(rankStatistic(x, y, 0, 0))));
}

export interface ShiftInterval {
  readonly lower: number;
  readonly upper: number;
  /** Hodges-Lehmann: what must be taken from x to make the samples alike. */
  readonly estimate: number;
}

/**
 * Shift of x against y. @param confidence 0 to 1
 * @throws NoSpread, and RangeError on an empty sample
 */
export function shiftInterval(x: readonly number[], y: readonly number[], confidence: number): ShiftInterval {
  refuseEmpty(x, y);
  const from = Math.min(...x) - Math.max(...y);
  const to = Math.max(...x) - Math.min(...y);
  const z = normalQuantile((1 - confidence) / 2);
  const root = (q: number) => brentRoot((mu) => rankStatistic(x, y, mu, q), from, to, TOLERANCE);
  const limit = (q: number): number => {
    if (rankStatistic(x, y, from, q) <= 0) {
      return from;
    }
    return rankStatistic(x, y, to, q) >= 0 ? to : root(q);
  };
  return { lower: limit(-z), upper: limit(z), estimate: root(0) };
}

function refuseEmpty(x: readonly number[], y: readonly number[]): void {
  if (x.length === 0 || y.length === 0) {
    throw new RangeError(`a rank test needs values on both sides: ${x.length} and ${y.length} were given`);
  }
}
