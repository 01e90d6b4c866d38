import { brentRoot } from './brentRoot';
import { midRanks } from './midRanks';
import { normalCdf } from './normalCdf';
import { normalQuantile } from './normalQuantile';

// Two-sample Wilcoxon (Mann-Whitney) by normal approximation with ties and continuity correction at any size (no exact
// p for small samples), and the interval and Hodges-Lehmann estimate of the shift as roots of the test statistic, as in
// Kayenta: R's wilcox.test(x, y, conf.int = TRUE, exact = FALSE, correct = TRUE), the artefacts of its root finder
// included. One thing differs from R: its estimate leaves the continuity correction out, Kayenta's and this one do not.

/** R's and Kayenta's: absolute, so that values of 1e-3 and less come out coarse; rescale them first. */
const TOLERANCE = 1e-4;

/** All values of both samples are one number: nothing can be ranked. */
export class NoSpread extends Error {
  override readonly name = 'NoSpread';

  constructor() {
    super('all values are equal: ranks have no spread');
  }
}

/** (D - sign(D)/2) / sigma - q for the shift mu: D the rank sum of x - mu among both, less what is expected. Falls as mu grows. @throws NoSpread */
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

/**
 * Two-sided p of no shift: SciPy's mannwhitneyu(x, y, method='asymptotic'). NaN ranks highest, tied with infinity.
 * @throws NoSpread, and RangeError on an empty sample
 */
export function mannWhitneyP(x: readonly number[], y: readonly number[]): number {
  refuseEmpty(x, y);
  return Math.min(1, 2 * normalCdf(-Math.abs(rankStatistic(x, y, 0, 0))));
}

export interface ShiftInterval {
  /** Limits in units of the values; where a root is a jump of the statistic, to within 1e-4 of it. */
  readonly lower: number;
  readonly upper: number;
  /** Hodges-Lehmann: what must be taken from x to make the samples alike. Where a whole interval is a root, one point of it. */
  readonly estimate: number;
}

/**
 * Shift of x against y. Infinite values are taken as the original takes them: limits may then be infinite or NaN.
 * @param confidence that the limits hold the shift, above 0 and below 1
 * @throws NoSpread, and RangeError on an empty sample or naming another confidence
 */
export function shiftInterval(x: readonly number[], y: readonly number[], confidence: number): ShiftInterval {
  refuseEmpty(x, y);
  if (!(confidence > 0 && confidence < 1)) {
    throw new RangeError(`invalid confidence: ${confidence} (above 0 and below 1 is needed)`);
  }
  const from = least(x) - greatest(y);
  const to = greatest(x) - least(y);
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

// Not Math.min(...values), which overflows the stack at some 100,000 values.
const least = (values: readonly number[]): number => values.reduce((a, b) => Math.min(a, b));
const greatest = (values: readonly number[]): number => values.reduce((a, b) => Math.max(a, b));

function refuseEmpty(x: readonly number[], y: readonly number[]): void {
  if (x.length === 0 || y.length === 0) {
    throw new RangeError(`a rank test needs values on both sides: ${x.length} and ${y.length} were given`);
  }
}
