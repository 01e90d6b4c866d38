import { sum } from 'simple-statistics';
import { err, ok, type Result } from '../base/Result';
import { centred } from './centred';
import { finitePairs } from './finitePairs';
import { beyondRange, squaresHold } from './squaresHold';
import { isConstant } from './isConstant';
import type { LinearFit } from './LinearFit';
import type { RegressionRefusal } from './RegressionRefusal';
import { studentTTwoSidedP } from './studentTTwoSidedP';

// Outline: means first (each as two numbers, so that x of 1e9 with differences of 1e-3 keep their digits), then sums of
// squares and products about them (compensated); residuals are taken one by one, never as a difference of large sums.
// Source: Draper and Smith, Applied Regression Analysis, chapter 1; checked against NIST StRD.
// simple-statistics' linearRegression gives no error terms and NaN for constant x, hence not used.

const FEWEST_POINTS = 3;

/**
 * Line `y = intercept + slope x` by ordinary least squares, with standard errors.
 * Pairs that are not finite are dropped and counted. At least 3 points and two different x are needed.
 * @throws RangeError when x and y differ in length
 */
export function linearRegression(x: ArrayLike<number>, y: ArrayLike<number>): Result<LinearFit, RegressionRefusal> {
  const pairs = finitePairs(x, y);
  const refusal = refuse(pairs.x);
  return refusal ? err(refusal) : fit(pairs.x, pairs.y, pairs.dropped);
}

function refuse(x: readonly number[]): RegressionRefusal | null {
  if (x.length < FEWEST_POINTS) {
    return {
      kind: 'too-few-points',
      message: `${x.length} points with both numbers known; at least ${FEWEST_POINTS} are needed for a line`,
    };
  }
  return isConstant(x) ? { kind: 'constant-x', message: `x is ${x[0]} at all ${x.length} points` } : null;
}

function fit(x: readonly number[], y: readonly number[], dropped: number): Result<LinearFit, RegressionRefusal> {
  const n = x.length;
  const { mean: xMean, rest: xRest, distances: dx } = centred(x);
  const { mean: yMean, rest: yRest, distances: dy } = centred(y);
  const flat = isConstant(y);
  const sxx = sum(dx.map((d) => d * d));
  const sxy = flat ? 0 : sum(dx.map((d, i) => d * (dy[i] ?? 0)));
  const syy = flat ? 0 : sum(dy.map((d) => d * d));
  if (!squaresHold(sxx) || !(flat || squaresHold(syy))) {
    return err(beyondRange(x, y));
  }
  const slope = sxy / sxx;
  const sse = flat ? 0 : sum(dx.map((d, i) => ((dy[i] ?? 0) - slope * d) ** 2));
  const df = n - 2;
  const residualSd = Math.sqrt(sse / df);
  const slopeError = residualSd / Math.sqrt(sxx);
  return ok({
    n,
    dropped,
    df,
    slope,
    intercept: yMean - slope * xMean + (yRest - slope * xRest),
    slopeError,
    interceptError: residualSd * Math.sqrt(1 / n + (xMean / Math.sqrt(sxx)) ** 2),
    residualSd,
    // Not 1 - SSE / Syy: a weak relation would lose its digits.
    rSquared: flat ? null : Math.min(1, (slope * sxy) / syy),
    slopeP: slopeP(slope, slopeError, df),
    xMean,
    yMean,
    xRest,
    yRest,
    sxx,
    pivotVariance: 1 / n,
    xMin: x.reduce((a, b) => Math.min(a, b)),
    xMax: x.reduce((a, b) => Math.max(a, b)),
  });
}

/** Two-sided p of "slope is 0"; a flat line without scatter says nothing against it. */
function slopeP(slope: number, slopeError: number, df: number): number {
  return slope === 0 ? 1 : studentTTwoSidedP(slope / slopeError, df);
}
