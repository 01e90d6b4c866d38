import { betaQuantile } from './betaQuantile';

/** One-sided limits of a proportion. */
export interface ProportionLimits {
  readonly lower: number;
  readonly upper: number;
}

/**
 * Clopper-Pearson limits of `successes` of `trials`, each with probability `alpha` of being passed: those of R's
 * `binom.test(…, conf.level = 1 - 2 alpha)`, also where they are of 1e-9. Neither need be whole (counts divided by an
 * over-dispersion). Shares, 0 to 1.
 * @throws RangeError when successes are not in [0, trials], or alpha not in (0, 1)
 */
export function proportionLimits(successes: number, trials: number, alpha: number): ProportionLimits {
  if (!(successes >= 0 && successes <= trials && trials > 0 && trials < Infinity && alpha > 0 && alpha < 1)) {
    throw new RangeError(`invalid proportion: ${successes} of ${trials}, alpha ${alpha}`);
  }
  return {
    lower: successes === 0 ? 0 : betaQuantile(alpha, successes, trials - successes + 1).x,
    upper: successes === trials ? 1 : betaQuantile(alpha, trials - successes, successes + 1).complement,
  };
}
