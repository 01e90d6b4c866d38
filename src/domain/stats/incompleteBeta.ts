import { binomialDensity } from './binomialDensity';
import { logBeta } from './logBeta';

// Outline: below the mean (x < (a+1)/(a+b+2)) the even part of the continued fraction of DLMF 8.17.22, by the modified
// Lentz method; above it the symmetry I_x(a,b) = 1 - I_{1-x}(b,a), which keeps the fraction short (about
// sqrt(max(a,b)) terms). The even part is written in 1 - x, so that a of 1e9 with x next to 1 loses no digits. What
// stands before the fraction is b / (a+b) times a binomial density, of which nothing cancels when a and b are large.
// Source: NIST DLMF 8.17 and 1.12(iv); Lentz's method as in Thompson and Barnett (1986).

const TINY = 1e-300;
const PRECISION = 1e-16;
const MOST_TERMS = 200_000;
const BOTH_LARGE = 10;

/**
 * Regularised incomplete beta function I_x(a, b), 0 to 1, relative error about 1e-13 in the lower tail (1e-11 where a and
 * b are of 1e8).
 * @param x 0 to 1
 * @param complement 1 - x, where the caller knows it more exactly than subtraction gives
 * @throws RangeError naming a bad argument
 */
export function incompleteBeta(x: number, a: number, b: number, complement = 1 - x): number {
  if (!(x >= 0 && x <= 1 && complement >= 0 && complement <= 1)) {
    throw new RangeError(`invalid x of the incomplete beta function: ${x} (0 to 1 is needed)`);
  }
  if (!(a > 0 && b > 0 && a < Infinity && b < Infinity)) {
    throw new RangeError(`invalid parameters of the incomplete beta function: ${a}, ${b} (finite, above 0)`);
  }
  if (x === 0 || complement === 0) {
    return x === 0 ? 0 : 1;
  }
  return x < (a + 1) / (a + b + 2) ? lowerTail(x, complement, a, b) : 1 - lowerTail(complement, x, b, a);
}

function lowerTail(x: number, complement: number, a: number, b: number): number {
  return before(x, complement, a, b) * continuedFraction(x, complement, a, b);
}

/** x^a (1-x)^b / (a B(a, b)). */
function before(x: number, complement: number, a: number, b: number): number {
  if (Math.min(a, b) >= BOTH_LARGE) {
    return (b / (a + b)) * binomialDensity(a, b, x, complement);
  }
  // The shorter way to each logarithm keeps the digits of the smaller of x and 1 - x.
  const lnX = x > 0.5 ? Math.log1p(-complement) : Math.log(x);
  const lnComplement = complement > 0.5 ? Math.log1p(-x) : Math.log(complement);
  return Math.exp(a * lnX + b * lnComplement - logBeta(a, b)) / a;
}

/** 1 / (β0 + α1 / (β1 + α2 / (β2 + …))) with αm = -d(2m-1) d(2m), βm = 1 + d(2m) + d(2m+1) of DLMF 8.17.23. */
function continuedFraction(x: number, complement: number, a: number, b: number): number {
  const even = (m: number) => (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
  const odd = (m: number) => (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
  // 1 + odd(m): next to x = 1 odd(m) is next to -1, and the cancellation is done by hand.
  const onePlusOdd = (m: number) =>
    x < 0.5
      ? 1 + odd(m)
      : (a * (2 * m + 1 - b) + m * (3 * m + 2 - b) + (a + m) * (a + b + m) * complement) /
        ((a + 2 * m) * (a + 2 * m + 1));

  let c = awayFromZero(onePlusOdd(0));
  let d = 0;
  let value = 1 / c;
  for (let m = 1; m <= MOST_TERMS; m++) {
    const alpha = -odd(m - 1) * even(m);
    const beta = even(m) + onePlusOdd(m);
    d = 1 / awayFromZero(beta + alpha * d);
    c = awayFromZero(beta + alpha / c);
    value /= c * d;
    if (Math.abs(c * d - 1) <= PRECISION) {
      break;
    }
  }
  return value;
}

const awayFromZero = (value: number): number => (Math.abs(value) < TINY ? TINY : value);
