import { centred } from './centred';

/**
 * Arithmetic mean, corrected once for its own rounding; exact for equal values.
 * @throws RangeError without a value, and naming one that is not finite
 */
export function centredMean(values: readonly number[]): number {
  const { mean, rest } = centred(values);
  return mean + rest;
}
