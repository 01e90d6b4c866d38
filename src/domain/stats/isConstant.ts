/** True when values differ by no more than binary rounding does (1e-15 of their size). */
export function isConstant(values: readonly number[]): boolean {
  const least = values.reduce((a, b) => Math.min(a, b), Infinity);
  const greatest = values.reduce((a, b) => Math.max(a, b), -Infinity);
  return greatest - least <= 1e-15 * Math.max(Math.abs(least), Math.abs(greatest));
}
