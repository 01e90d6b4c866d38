import { bandWidth, type BandOptions } from './bandWidth';
import type { LinearFit } from './LinearFit';

/** The line and its bounds at one x, in units of y. */
export interface BandAt {
  readonly middle: number;
  readonly lower: number;
  readonly upper: number;
}

/**
 * Student-t band of a regression line, as a function of x (as R's `predict(lm, interval = …)`). Pointwise: `level` holds
 * at each x by itself, not for the whole line at once. @param fit with at least one residual degree of freedom
 * @throws RangeError when the level is not between 0 and 1
 */
export function regressionBand(fit: LinearFit, options: BandOptions): (x: number) => BandAt {
  const { reach, constant } = bandWidth(fit, options);
  return (x) => {
    const from = x - fit.xMean - fit.xRest;
    const middle = fit.yMean + (fit.yRest + fit.slope * from);
    const half = reach * Math.sqrt(constant + from ** 2 / fit.sxx);
    return { middle, lower: middle - half, upper: middle + half };
  };
}
