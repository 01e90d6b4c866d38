import { sum } from 'simple-statistics';
import { err, ok, type Result } from '../base/Result';
import { finitePairs } from './finitePairs';
import type { LinearFit } from './LinearFit';
import type { RegressionRefusal } from './RegressionRefusal';
import { beyondRange, squaresHold } from './squaresHold';
import { studentTTwoSidedP } from './studentTTwoSidedP';

const FEWEST_POINTS = 2;

/**
 * Line `y = slope x` by least squares: what is left of a regression whose intercept may not be below 0 when the free
 * one is. Its bands have width 0 at x = 0 for the line itself (Draper and Smith, chapter 1; NIST StRD NoInt1).
 * Pairs that are not finite are dropped and counted; at least 2 points, one of them with x other than 0, are needed.
 * @throws RangeError when x and y differ in length
 */
export function regressionThroughOrigin(
  x: ArrayLike<number>,
  y: ArrayLike<number>
): Result<LinearFit, RegressionRefusal> {
  const pairs = finitePairs(x, y);
  const n = pairs.x.length;
  if (n < FEWEST_POINTS) {
    return err({ kind: 'too-few-points', message: `${n} points with both numbers known; at least 2 are needed` });
  }
  if (pairs.x.every((v) => v === 0)) {
    return err({ kind: 'constant-x', message: `x is 0 at all ${n} points` });
  }
  const sxx = sum(pairs.x.map((v) => v * v));
  const syy = sum(pairs.y.map((v) => v * v));
  if (!squaresHold(sxx) || !(squaresHold(syy) || pairs.y.every((v) => v === 0))) {
    return err(beyondRange(pairs.x, pairs.y));
  }
  const slope = sum(pairs.x.map((v, i) => v * (pairs.y[i] ?? 0))) / sxx;
  const sse = sum(pairs.x.map((v, i) => ((pairs.y[i] ?? 0) - slope * v) ** 2));
  const df = n - 1;
  const residualSd = Math.sqrt(sse / df);
  const slopeError = residualSd / Math.sqrt(sxx);
  return ok({
    n,
    dropped: pairs.dropped,
    df,
    slope,
    intercept: 0,
    slopeError,
    interceptError: 0,
    residualSd,
    rSquared: null,
    slopeP: slope === 0 ? 1 : studentTTwoSidedP(slope / slopeError, df),
    xMean: 0,
    yMean: 0,
    xRest: 0,
    yRest: 0,
    sxx,
    pivotVariance: 0,
    xMin: pairs.x.reduce((a, b) => Math.min(a, b)),
    xMax: pairs.x.reduce((a, b) => Math.max(a, b)),
  });
}
