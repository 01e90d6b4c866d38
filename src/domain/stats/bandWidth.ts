import type { LinearFit } from './LinearFit';
import { studentTQuantile } from './studentTQuantile';

/** Which band of a regression line. */
export interface BandOptions {
  /** `confidence`: where the line is. `prediction`: where one further observation falls. */
  readonly kind: 'confidence' | 'prediction';
  /** Probability covered, 0 < level < 1. */
  readonly level: number;
  /** `two`: covered between both bounds. `one`: covered below the upper bound, and apart from that above the lower one. */
  readonly sides: 'two' | 'one';
}

/** A band as numbers: half its width at x is `reach × sqrt(constant + (x - xMean)² / sxx)`. */
export interface BandWidth {
  /** t quantile x residual standard deviation, in units of y. */
  readonly reach: number;
  readonly constant: number;
}

/** @throws RangeError when the level is not between 0 and 1 (a one-sided one below 0.5 would turn the band inside out) */
export function bandWidth(fit: LinearFit, options: BandOptions): BandWidth {
  const { level, sides, kind } = options;
  if (!(level > 0 && level < 1) || (sides === 'one' && level < 0.5)) {
    throw new RangeError(`invalid level of a band: ${level} (between 0 and 1, one-sided from 0.5, is needed)`);
  }
  const t = studentTQuantile(sides === 'two' ? (1 + level) / 2 : level, fit.df);
  return { reach: t * fit.residualSd, constant: fit.pivotVariance + (kind === 'prediction' ? 1 : 0) };
}
