import { sum } from 'simple-statistics';
import { err, ok, type Result } from '../base/Result';
import { centredMean } from './centredMean';
import { finitePairs } from './finitePairs';
import { isConstant } from './isConstant';
import type { LinearFit } from './LinearFit';
import type { RegressionRefusal } from './RegressionRefusal';
import { studentTTwoSidedP } from './studentTTwoSidedP';

// Outline: means first, then sums of squares and products about them (compensated), so that x in epoch milliseconds
// or y of 1e9 lose no digits; residuals are taken one by one, never as a difference of large sums.
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
  return refusal ? err(refusal) : ok(fit(pairs.x, pairs.y, pairs.dropped));
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

function fit(x: readonly number[], y: readonly number[], dropped: number): LinearFit {
  const n = x.length;
  const xMean = centredMean(x);
  const yMean = centredMean(y);
  const dx = x.map((v) => v - xMean);
  const dy = y.map((v) => v - yMean);
  const sxx = sum(dx.map((d) => d * d));
  const flat = isConstant(y);
  const slope = flat ? 0 : sum(dx.map((d, i) => d * (dy[i] ?? 0))) / sxx;
  const sse = flat ? 0 : sum(dx.map((d, i) => ((dy[i] ?? 0) - slope * d) ** 2));
  const df = n - 2;
  const residualSd = Math.sqrt(sse / df);
  const slopeError = residualSd / Math.sqrt(sxx);
  return {
    n,
    dropped,
    df,
    slope,
    intercept: yMean - slope * xMean,
    slopeError,
    interceptError: residualSd * Math.sqrt(1 / n + xMean ** 2 / sxx),
    residualSd,
    rSquared: flat ? null : Math.max(0, 1 - sse / sum(dy.map((d) => d * d))),
    slopeP: slopeP(slope, slopeError, df),
    xMean,
    yMean,
    sxx,
    pivotVariance: 1 / n,
    xMin: x.reduce((a, b) => Math.min(a, b)),
    xMax: x.reduce((a, b) => Math.max(a, b)),
  };
}

/** Two-sided p of "slope is 0"; a flat line without scatter says nothing against it. */
function slopeP(slope: number, slopeError: number, df: number): number {
  return slope === 0 ? 1 : studentTTwoSidedP(slope / slopeError, df);
}
