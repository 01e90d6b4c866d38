import { incompleteBeta } from './incompleteBeta';

/**
 * P(X >= k) for X binomial(n, p); k and n need not be whole (counts divided by an over-dispersion), k above n gives 0.
 * @throws RangeError naming a bad argument
 */
export function binomialUpperTail(k: number, n: number, p: number): number {
  if (!(p >= 0 && p <= 1) || !(n >= 0 && n < Infinity) || Number.isNaN(k)) {
    throw new RangeError(`invalid binomial: ${k} of ${n} at probability ${p}`);
  }
  if (k <= 0) {
    return 1;
  }
  return k > n ? 0 : incompleteBeta(p, k, n - k + 1);
}
