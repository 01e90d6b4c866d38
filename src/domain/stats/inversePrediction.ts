import { bandWidth, type BandOptions } from './bandWidth';
import type { LinearFit } from './LinearFit';

// Outline: with v = x - x̄, L = limit - ȳ, b the slope and T the band's reach, the upper bound meets the limit where
// b v + T sqrt(k + v²/Sxx) = L. Squared, that is A v² - 2 b L v + L² - T² k = 0 with A = b² - T²/Sxx, whose
// discriminant is T² (A k + L²/Sxx) without cancellation; the other root is where the lower bound meets it. A <= 0
// means the slope is not certain at this level: the bounds are then not monotone and may never cross.
// Source: Fieller (1954); Draper and Smith, Applied Regression Analysis, section 3.2 (inverse regression).

/** Where a line and its band meet a limit on y. */
export type InversePrediction =
  | {
      readonly kind: 'crossing';
      /** Greatest x at which the upper bound is still at or below the limit. */
      readonly low: number;
      /** x at which the line itself meets the limit. */
      readonly middle: number;
      /** x at which the lower bound meets the limit; null when it never does (open upwards). */
      readonly high: number | null;
    }
  | {
      readonly kind: 'none';
      /** `slope-not-positive`: y never rises to the limit. `always-above`: the upper bound is above it everywhere. */
      readonly reason: 'slope-not-positive' | 'always-above';
    };

/**
 * Inverse prediction of a rising line.
 * @param limit in units of y
 * @throws RangeError when the limit is not finite or the level is not between 0 and 1
 */
export function inversePrediction(fit: LinearFit, limit: number, options: BandOptions): InversePrediction {
  if (!Number.isFinite(limit)) {
    throw new RangeError(`invalid limit: ${limit} (a finite number is needed)`);
  }
  if (fit.slope <= 0) {
    return { kind: 'none', reason: 'slope-not-positive' };
  }
  const { reach, constant } = bandWidth(fit, options);
  const b = fit.slope;
  const rise = limit - fit.yMean - fit.yRest;
  const certainty = b * b - (reach * reach) / fit.sxx;
  const discriminant = certainty * constant + (rise * rise) / fit.sxx;
  if (certainty <= 0 && (rise <= 0 || discriminant < 0)) {
    return { kind: 'none', reason: 'always-above' };
  }
  const root = reach * Math.sqrt(Math.max(0, discriminant));
  const product = rise * rise - reach * reach * constant;
  // Each root in the form that adds numbers of one sign.
  const low = rise > 0 ? product / (b * rise + root) : (b * rise - root) / certainty;
  const high = rise < 0 ? product / (b * rise - root) : (b * rise + root) / certainty;
  return {
    kind: 'crossing',
    low: fit.xMean + (fit.xRest + low),
    middle: fit.xMean + (fit.xRest + rise / b),
    high: certainty > 0 ? fit.xMean + (fit.xRest + high) : null,
  };
}
