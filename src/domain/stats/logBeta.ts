import { logGamma, stirlingCorrection } from './logGamma';

// Outline: ln B(a, b) = ln Γ(a) + ln Γ(b) - ln Γ(a+b), written so that the large terms cancel on paper and not in
// floating point when an argument is 10 or more. Source: Didonato and Morris, ACM TOMS 708 (1992), as in R's lbeta.

const HALF_LN_2PI = 0.9189385332046727;

/**
 * ln B(a, b), a and b above 0, relative error about 1e-14 also for arguments of 1e9.
 * @throws RangeError when an argument is not above 0
 */
export function logBeta(a: number, b: number): number {
  const small = Math.min(a, b);
  const large = Math.max(a, b);
  if (!(small > 0 && large < Infinity)) {
    throw new RangeError(`invalid arguments of log beta: ${a}, ${b} (finite numbers above 0 are needed)`);
  }
  if (small >= 10) {
    return bothLarge(small, large);
  }
  return large >= 10 ? oneLarge(small, large) : logGamma(small) + logGamma(large) - logGamma(small + large);
}

function bothLarge(small: number, large: number): number {
  const correction = stirlingCorrection(small) + stirlingCorrection(large) - stirlingCorrection(small + large);
  const share = small / (small + large);
  return (
    -0.5 * Math.log(large) + HALF_LN_2PI + correction + (small - 0.5) * Math.log(share) + large * Math.log1p(-share)
  );
}

function oneLarge(small: number, large: number): number {
  const correction = stirlingCorrection(large) - stirlingCorrection(small + large);
  const share = small / (small + large);
  return logGamma(small) + correction + small - small * Math.log(small + large) + (large - 0.5) * Math.log1p(-share);
}
