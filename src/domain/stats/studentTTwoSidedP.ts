import { incompleteBeta } from './incompleteBeta';
import { logBeta } from './logBeta';

/** Its square is still a number, its inverse square next to nothing. */
const FAR = 1e150;

/**
 * P(|T| >= |t|) for Student's t with `df` degrees of freedom: I_{df/(df+t²)}(df/2, 1/2) (NIST DLMF 8.17, Abramowitz and
 * Stegun 26.7.1). Exact to about 1e-13 relative also far out in the tail.
 * @param df above 0, need not be whole
 * @throws RangeError when df is not above 0 or t is NaN
 */
export function studentTTwoSidedP(t: number, df: number): number {
  if (!(df > 0 && df < Infinity)) {
    throw new RangeError(`invalid degrees of freedom: ${df} (a finite number above 0 is needed)`);
  }
  if (Number.isNaN(t)) {
    throw new RangeError('invalid t: NaN');
  }
  const scaled = Math.abs(t) / Math.sqrt(df);
  if (scaled > FAR) {
    // x = 1 / (1 + scaled²) is beyond the range of numbers; of I_x(a, b) its first term x^a / (a B(a, b)) is left.
    return Math.exp(-df * (Math.log(Math.abs(t)) - 0.5 * Math.log(df)) - logBeta(df / 2, 0.5)) / (df / 2);
  }
  const ratio = scaled ** 2;
  return incompleteBeta(1 / (1 + ratio), df / 2, 0.5, 1 / (1 + 1 / ratio));
}
