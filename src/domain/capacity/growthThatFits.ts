import { ROUNDING_TOLERANCE } from './wholeInstances';

/**
 * `capacity / demand - 1`: growth over a demand that fits, as a share (0.43 = +43 %).
 * A shortfall within the tolerance of {@link ROUNDING_TOLERANCE} is 0, the same noise that buys no instance, so that
 * the sign agrees with the sign of spare instances.
 * @param demand requests/s, above 0
 * @throws RangeError when demand is not above 0 or capacity is negative
 */
export function growthThatFits(capacity: number, demand: number): number {
  if (!Number.isFinite(demand) || demand <= 0) {
    throw new RangeError(`invalid demand: ${demand} (a finite number above 0 is needed)`);
  }
  if (!Number.isFinite(capacity) || capacity < 0) {
    throw new RangeError(`invalid capacity: ${capacity} (a finite number, 0 or more, is needed)`);
  }
  const growth = (capacity - demand) / demand;
  return growth < 0 && growth >= -ROUNDING_TOLERANCE ? 0 : growth;
}
