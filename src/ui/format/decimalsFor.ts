/** Decimals that leave about three significant digits of a value that its unit has already scaled. */
export function decimalsFor(scaled: number): number {
  const size = Math.abs(scaled);
  if (size === 0 || size >= 100 || Number.isInteger(scaled)) {
    return 0;
  }
  if (size >= 10) {
    return 1;
  }
  return size >= 0.1 ? 2 : 3;
}
