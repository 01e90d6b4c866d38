/** Relative noise of binary fractions that must not buy an instance: 0.7 × 10 / 7 is 1, not 2. */
export const ROUNDING_TOLERANCE = 1e-9;

/**
 * Instances needed for a demand of `ratio` times what one carries: rounded up, which favours safety.
 * A ratio within 1e-9 (relative) above a whole number counts as that number; any other excess buys an instance.
 * @param ratio demand over what one instance carries, >= 0
 * @throws RangeError naming a ratio that is negative or not finite
 */
export function wholeInstances(ratio: number): number {
  if (!Number.isFinite(ratio) || ratio < 0) {
    throw new RangeError(`invalid demand over capacity: ${ratio} (a finite number, 0 or more, is needed)`);
  }
  return Math.ceil(ratio * (1 - ROUNDING_TOLERANCE));
}
