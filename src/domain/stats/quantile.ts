import { quantileSorted } from 'simple-statistics';
import { finiteValues } from './finiteValues';

/**
 * The q-quantile by linear interpolation between order statistics (R type 7, NumPy's default, PromQL's `quantile`).
 * NaN and infinities are left out first: simple-statistics sorts NaN anywhere and answers with a wrong number.
 * @param q 0 to 1
 * @returns null when no finite value is left
 * @throws RangeError when q is not in [0, 1]
 */
export function quantile(values: ArrayLike<number>, q: number): number | null {
  if (!(q >= 0 && q <= 1)) {
    throw new RangeError(`invalid quantile: ${q} (0 to 1 is needed)`);
  }
  const sorted = Float64Array.from(finiteValues(values).values).sort();
  // Throws on empty input, hence the question first.
  return sorted.length === 0 ? null : quantileSorted(Array.from(sorted), q);
}
