import { incompleteBeta } from './incompleteBeta';

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
  const ratio = (t / Math.sqrt(df)) ** 2;
  return incompleteBeta(1 / (1 + ratio), df / 2, 0.5, 1 / (1 + 1 / ratio));
}
