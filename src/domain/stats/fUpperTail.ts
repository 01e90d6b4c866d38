import { incompleteBeta } from './incompleteBeta';

/**
 * P(F >= f) for Fisher's F with d1 and d2 degrees of freedom: I_{d2/(d2+d1 f)}(d2/2, d1/2) (Abramowitz and Stegun 26.6.2).
 * @param f 0 or more
 * @throws RangeError naming a bad argument
 */
export function fUpperTail(f: number, d1: number, d2: number): number {
  if (!(f >= 0)) {
    throw new RangeError(`invalid F: ${f} (0 or more is needed)`);
  }
  if (!(d1 > 0 && d2 > 0 && d1 < Infinity && d2 < Infinity)) {
    throw new RangeError(`invalid degrees of freedom: ${d1}, ${d2} (finite numbers above 0 are needed)`);
  }
  const ratio = (d1 / d2) * f;
  return incompleteBeta(1 / (1 + ratio), d2 / 2, d1 / 2, 1 / (1 + 1 / ratio));
}
