// Outline: Stirling's series for x >= 10; below, ln Γ(x) = ln Γ(x + m) - ln(x (x+1) … (x+m-1)) shifts x up to it.
// Source: NIST DLMF 5.11.1 (coefficients B_2k / (2k (2k-1))) and 5.5.1.

const HALF_LN_2PI = 0.9189385332046727;
const SHIFT_TO = 10;
const STIRLING: readonly number[] = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360360, 1 / 156];

/**
 * ln Γ(x) for x > 0. Relative error about 1e-14; near its zeros at 1 and 2 the absolute error is about 1e-14.
 * @throws RangeError when x is not above 0
 */
export function logGamma(x: number): number {
  if (!(x > 0)) {
    throw new RangeError(`invalid argument of log gamma: ${x} (above 0 is needed)`);
  }
  if (x === 1 || x === 2) {
    return 0;
  }
  let product = 1;
  let shifted = x;
  while (shifted < SHIFT_TO) {
    product *= shifted;
    shifted += 1;
  }
  const atShifted = (shifted - 0.5) * Math.log(shifted) - shifted + HALF_LN_2PI + stirlingCorrection(shifted);
  return atShifted - Math.log(product);
}

/** ln Γ(x) - ((x - 1/2) ln x - x + ln √(2π)) for x >= 10, to about 1e-16. */
export function stirlingCorrection(x: number): number {
  const inverseSquare = 1 / (x * x);
  return STIRLING.reduceRight((sum, c) => sum * inverseSquare + c, 0) / x;
}
