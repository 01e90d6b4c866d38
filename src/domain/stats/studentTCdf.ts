import { studentTTwoSidedP } from './studentTTwoSidedP';

/**
 * P(T <= t) for Student's t with `df` degrees of freedom; relative error about 1e-13 in the lower tail.
 * @throws RangeError when df is not above 0 or t is NaN
 */
export function studentTCdf(t: number, df: number): number {
  const tail = studentTTwoSidedP(t, df) / 2;
  return t <= 0 ? tail : 1 - tail;
}
