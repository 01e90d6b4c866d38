/**
 * A straight line `y = intercept + slope x` by least squares, with what its bands need. `xMean + xRest` and
 * `yMean + yRest` are the point the line turns about: the means, or the origin for a line forced through it.
 */
export interface LinearFit {
  readonly n: number;
  /** Pairs left out because x or y was not finite. */
  readonly dropped: number;
  /** Residual degrees of freedom: n - 2, or n - 1 through the origin. */
  readonly df: number;
  readonly slope: number;
  readonly intercept: number;
  readonly slopeError: number;
  /** 0 for a line through the origin. */
  readonly interceptError: number;
  /** sqrt(SSE / df), in units of y. */
  readonly residualSd: number;
  /** Null when y is constant (nothing to explain) or the line is forced through the origin. */
  readonly rSquared: number | null;
  /** Two-sided p of "slope is 0" (Student t). */
  readonly slopeP: number;
  readonly xMean: number;
  readonly yMean: number;
  /** What of the means is too small to stand in `xMean` and `yMean`; 0 through the origin. */
  readonly xRest: number;
  readonly yRest: number;
  /** Sum of squares of x about that point. */
  readonly sxx: number;
  /** Variance of the line's height there over residualSd²: 1/n, or 0 through the origin. */
  readonly pivotVariance: number;
  readonly xMin: number;
  readonly xMax: number;
}
