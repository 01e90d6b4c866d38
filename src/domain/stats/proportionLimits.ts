import { brentRoot } from './brentRoot';
import { incompleteBeta } from './incompleteBeta';

const PRECISION = 1e-14;

/** One-sided limits of a proportion. */
export interface ProportionLimits {
  readonly lower: number;
  readonly upper: number;
}

/**
 * Clopper-Pearson limits of `successes` of `trials`, each with probability `alpha` of being passed. Neither need be
 * whole (counts divided by an over-dispersion).
 * @throws RangeError when successes are not in [0, trials], or alpha not in (0, 1)
 */
export function proportionLimits(successes: number, trials: number, alpha: number): ProportionLimits {
  if (!(successes >= 0 && successes <= trials && trials > 0 && trials < Infinity && alpha > 0 && alpha < 1)) {
    throw new RangeError(`invalid proportion: ${successes} of ${trials}, alpha ${alpha}`);
  }
  const solve = (f: (p: number) => number) => brentRoot(f, 0, 1, PRECISION);
  const upper = successes === trials ? 1 : solve((p) => incompleteBeta(p, successes + 1, trials - successes) - (1 - alpha));
  const lower = successes === 0 ? 0 : solve((p) => incompleteBeta(p, successes, trials - successes + 1) - alpha);
  return { lower, upper };
}
