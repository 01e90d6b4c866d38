import { stirlingCorrection } from './logGamma';

// Outline: sqrt(n / (2π a b)) exp(δ(n) - δ(a) - δ(b) - D(a, n p) - D(b, n q)) with n = a + b, δ the correction of
// Stirling's formula and D the deviance x ln(x / m) + m - x, by its series where x is near m: the logarithms of size n
// cancel on paper. Source: C. Loader, "Fast and accurate computation of binomial probabilities" (2000), as in R's dbinom.

const NEAR = 0.1;
const MOST_TERMS = 1000;

/**
 * Γ(n+1) / (Γ(a+1) Γ(b+1)) p^a q^b with n = a + b: P(a of n) where a and b are whole; relative error about 1e-14 in the
 * body, at any size.
 * @param a 10 or more, as b
 * @param p above 0, below 1
 * @param q 1 - p, given apart because subtraction loses digits
 */
export function binomialDensity(a: number, b: number, p: number, q: number): number {
  const n = a + b;
  const excess = a * q - b * p;
  const exponent =
    stirlingCorrection(n) -
    stirlingCorrection(a) -
    stirlingCorrection(b) -
    deviance(a, n * p, excess) -
    deviance(b, n * q, -excess);
  return Math.sqrt(n / a / (2 * Math.PI * b)) * Math.exp(exponent);
}

/** x ln(x / m) + m - x. @param difference x - m */
function deviance(x: number, m: number, difference: number): number {
  const v = difference / (x + m);
  if (Math.abs(v) >= NEAR) {
    return x * Math.log(x / m) - difference;
  }
  // ln(x / m) = 2 artanh(v): the first term of the series goes with - difference.
  let sum = difference * v;
  let power = 2 * x * v;
  for (let j = 1; j <= MOST_TERMS; j++) {
    power *= v * v;
    const next = sum + power / (2 * j + 1);
    if (next === sum) {
      break;
    }
    sum = next;
  }
  return sum;
}
