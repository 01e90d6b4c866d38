import { sum } from 'simple-statistics';
import { err, ok, type Result } from '../base/Result';
import { centred } from './centred';
import { finitePairs } from './finitePairs';
import type { LinearFit } from './LinearFit';
import { linearRegression } from './linearRegression';
import type { RegressionRefusal } from './RegressionRefusal';
import { studentTTwoSidedP } from './studentTTwoSidedP';

// Outline: add to the line a quadratic term made orthogonal to it (u² less its mean and its own slope on u, with u
// centred and scaled to [-1, 1]); the term's coefficient is then estimated apart from the line, and its t-test is the
// test of the bend. Source: Draper and Smith, Applied Regression Analysis, chapter 22 (orthogonal polynomials).

const FEWEST_POINTS = 4;

/** How far data bend away from a straight line. */
export interface Curvature {
  readonly n: number;
  /** Two-sided p of "there is no bend" (Student t, n - 3 degrees of freedom). */
  readonly p: number;
  /** 1 bends upwards (y rises ever faster), -1 downwards, 0 not at all. */
  readonly sign: -1 | 0 | 1;
  /** Distance from the chord over the range of x to the parabola at its middle, over the range of y; >= 0. */
  readonly effect: number;
}

/**
 * Test and size of a bend. Pairs that are not finite are dropped; at least 4 points at 3 different x are needed.
 * @throws RangeError when x and y differ in length
 */
export function curvature(x: ArrayLike<number>, y: ArrayLike<number>): Result<Curvature, RegressionRefusal> {
  const pairs = finitePairs(x, y);
  const distinct = new Set(pairs.x).size;
  if (pairs.x.length < FEWEST_POINTS || distinct < 3) {
    return err({
      kind: 'too-few-points',
      message: `${pairs.x.length} points at ${distinct} different x; at least ${FEWEST_POINTS} at 3 are needed to see a bend`,
    });
  }
  const line = linearRegression(pairs.x, pairs.y);
  return line.ok ? ok(bend(pairs.x, pairs.y, line.value)) : line;
}

function bend(x: readonly number[], y: readonly number[], line: LinearFit): Curvature {
  const n = x.length;
  const u = centredAndScaled(x);
  const q = quadraticTerm(u);
  const residuals = residualsOf(line, x, y);
  const sqq = sum(q.map((v) => v * v));
  const coefficient = sum(q.map((v, i) => v * (residuals[i] ?? 0))) / sqq;
  const sse = sum(q.map((v, i) => ((residuals[i] ?? 0) - coefficient * v) ** 2));
  const effect = (Math.abs(coefficient) * range(u) ** 2) / 4 / range(y);
  // Below this the "bend" of an exact line is its rounding, whose t value means nothing.
  if (!(effect > 1e-12)) {
    return { n, p: 1, sign: 0, effect: 0 };
  }
  const error = Math.sqrt(sse / (n - 3) / sqq);
  return { n, p: studentTTwoSidedP(coefficient / error, n - 3), sign: coefficient > 0 ? 1 : -1, effect };
}

function centredAndScaled(x: readonly number[]): number[] {
  const { distances } = centred(x);
  const size = distances.reduce((a, b) => Math.max(a, Math.abs(b)), 0);
  return distances.map((v) => v / size);
}

function quadraticTerm(u: readonly number[]): readonly number[] {
  const squares = u.map((v) => v * v);
  const slope = sum(u.map((v) => v ** 3)) / sum(squares);
  const raw = squares.map((s, i) => s - slope * (u[i] ?? 0));
  return centred(raw).distances;
}

const residualsOf = ({ slope, xMean, xRest, yMean, yRest }: LinearFit, x: readonly number[], y: readonly number[]): number[] =>
  y.map((v, i) => v - yMean - yRest - slope * ((x[i] ?? 0) - xMean - xRest));

const range = (values: readonly number[]): number =>
  values.reduce((a, b) => Math.max(a, b)) - values.reduce((a, b) => Math.min(a, b));
