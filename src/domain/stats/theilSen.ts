import { err, ok, type Result } from '../base/Result';
import { finitePairs } from './finitePairs';
import { isConstant } from './isConstant';
import { median } from './median';
import { normalQuantile } from './normalQuantile';
import type { RegressionRefusal } from './RegressionRefusal';

// Outline: slope = median of the slopes of all pairs with different x; intercept = median(y) - slope x median(x);
// the interval takes the slopes at ranks (N ± z sigma)/2 with sigma from Kendall's S, ties corrected.
// Source: Sen, JASA 63 (1968), equation 2.6; the conventions (ranks, half-even rounding, ties) are those of
// scipy.stats.theilslopes with method 'separate'.

/** More points than this are thinned to this many: half a million pairs at most. */
export const MOST_POINTS = 1000;

/** A line that a quarter of wild points cannot turn. */
export interface RobustLine {
  readonly slope: number;
  readonly intercept: number;
  /** Confidence interval of the slope. */
  readonly slopeLow: number;
  readonly slopeHigh: number;
  /** Points the line rests on: all finite ones, or {@link MOST_POINTS} spread evenly over the order of x. */
  readonly n: number;
  /** Finite points left out by thinning. */
  readonly thinned: number;
  /** Pairs left out because they were not finite. */
  readonly dropped: number;
}

/**
 * Theil-Sen line with a confidence interval of its slope. Above {@link MOST_POINTS} points, every k-th in the order of
 * x is used (the same ones each time; in time order every 24th hour could be the same hour of each day).
 * @param level probability the interval covers, 0.5 to 1
 * @throws RangeError when x and y differ in length or the level is not between 0.5 and 1
 */
export function theilSen(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  level = 0.95
): Result<RobustLine, RegressionRefusal> {
  if (!(level >= 0.5 && level < 1)) {
    throw new RangeError(`invalid level of the interval: ${level} (0.5 or more and below 1 is needed)`);
  }
  const pairs = finitePairs(x, y);
  if (pairs.x.length < 2) {
    return err({
      kind: 'too-few-points',
      message: `${pairs.x.length} points with both numbers known; at least 2 are needed`,
    });
  }
  if (isConstant(pairs.x)) {
    return err({ kind: 'constant-x', message: `x is ${pairs.x[0]} at all ${pairs.x.length} points` });
  }
  const kept = thin(pairs.x, pairs.y);
  return ok({ ...line(kept.x, kept.y, level), thinned: pairs.x.length - kept.x.length, dropped: pairs.dropped });
}

interface Points {
  readonly x: number[];
  readonly y: number[];
}

function thin(x: number[], y: number[]): Points {
  if (x.length <= MOST_POINTS) {
    return { x, y };
  }
  const byX = x.map((_, i) => i).sort((a, b) => (x[a] ?? 0) - (x[b] ?? 0) || (y[a] ?? 0) - (y[b] ?? 0));
  const last = byX.length - 1;
  const picks = Array.from({ length: MOST_POINTS }, (_, k) => byX[Math.round((k * last) / (MOST_POINTS - 1))] ?? 0);
  return { x: picks.map((i) => x[i] ?? 0), y: picks.map((i) => y[i] ?? 0) };
}

function line(
  x: number[],
  y: number[],
  level: number
): Pick<RobustLine, 'slope' | 'intercept' | 'slopeLow' | 'slopeHigh' | 'n'> {
  const slopes = pairSlopes(x, y);
  const slope = middleOfSorted(slopes);
  const spread = normalQuantile((1 + level) / 2) * Math.sqrt(kendallVariance(x, y));
  const count = slopes.length;
  const low = Math.max(roundHalfEven((count - spread) / 2) - 1, 0);
  const high = Math.min(roundHalfEven((count + spread) / 2), count - 1);
  return {
    slope,
    intercept: (median(y) ?? 0) - slope * (median(x) ?? 0),
    slopeLow: slopes[low] ?? slope,
    slopeHigh: slopes[high] ?? slope,
    n: x.length,
  };
}

function middleOfSorted(sorted: Float64Array): number {
  const [below, above] = [sorted[(sorted.length - 1) >> 1] ?? 0, sorted[sorted.length >> 1] ?? 0];
  return (below + above) / 2;
}

/** Slopes of all pairs with different x, ascending. */
function pairSlopes(x: readonly number[], y: readonly number[]): Float64Array {
  const slopes = new Float64Array((x.length * (x.length - 1)) / 2);
  let count = 0;
  x.forEach((xi, i) => {
    const yi = y[i] ?? 0;
    for (let j = i + 1; j < x.length; j++) {
      const dx = (x[j] ?? 0) - xi;
      if (dx !== 0) {
        slopes[count++] = ((y[j] ?? 0) - yi) / dx;
      }
    }
  });
  return slopes.subarray(0, count).sort();
}

/** Variance of Kendall's S with ties in x and y, Sen's equation 2.6. */
function kendallVariance(x: readonly number[], y: readonly number[]): number {
  const term = (k: number) => k * (k - 1) * (2 * k + 5);
  const ties = (values: readonly number[]) => tieSizes(values).reduce((total, k) => total + term(k), 0);
  return Math.max(0, term(x.length) - ties(x) - ties(y)) / 18;
}

function tieSizes(values: readonly number[]): number[] {
  const sizes = new Map<number, number>();
  values.forEach((v) => sizes.set(v, (sizes.get(v) ?? 0) + 1));
  return [...sizes.values()];
}

function roundHalfEven(value: number): number {
  const below = Math.floor(value);
  const half = value - below === 0.5;
  return half ? below + (below % 2 === 0 ? 0 : 1) : Math.round(value);
}
