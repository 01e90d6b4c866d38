/** Pairs of which both numbers are finite, and how many were not. */
export interface FinitePairs {
  readonly x: number[];
  readonly y: number[];
  readonly dropped: number;
}

/**
 * Drops pairs in which x or y is NaN or infinite and counts them.
 * @throws RangeError when x and y differ in length
 */
export function finitePairs(x: ArrayLike<number>, y: ArrayLike<number>): FinitePairs {
  if (x.length !== y.length) {
    throw new RangeError(`x has ${x.length} values and y has ${y.length}: the same number is needed`);
  }
  const keptX: number[] = [];
  const keptY: number[] = [];
  Array.from(x).forEach((xi, i) => {
    const yi = y[i];
    if (Number.isFinite(xi) && yi !== undefined && Number.isFinite(yi)) {
      keptX.push(xi);
      keptY.push(yi);
    }
  });
  return { x: keptX, y: keptY, dropped: x.length - keptX.length };
}
