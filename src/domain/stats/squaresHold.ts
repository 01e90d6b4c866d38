import type { RegressionRefusal } from './RegressionRefusal';

/** Sums of squares outside of these have lost digits to the ends of the range of numbers. */
const LEAST = 1e-280;
const GREATEST = 1e300;

/** True for a sum of squares that is still a sound number. */
export const squaresHold = (sumOfSquares: number): boolean => sumOfSquares >= LEAST && sumOfSquares <= GREATEST;

/** The refusal where a sum of squares does not hold, with the ranges. */
export const beyondRange = (x: readonly number[], y: readonly number[]): RegressionRefusal => ({
  kind: 'beyond-range',
  message: `x from ${range(x)} and y from ${range(y)}: their squares are beyond the range of numbers, change the unit`,
});

const range = (values: readonly number[]): string =>
  `${values.reduce((a, b) => Math.min(a, b))} to ${values.reduce((a, b) => Math.max(a, b))}`;
