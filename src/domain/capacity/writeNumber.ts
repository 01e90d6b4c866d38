/** A number as a person writes it in a sum: five significant digits, no trailing zeros, no exponent in the usual range. */
export function writeNumber(value: number): string {
  if (!Number.isFinite(value)) {
    return String(value);
  }
  if (Number.isInteger(value) && Math.abs(value) < 1e15) {
    return String(value);
  }
  return String(Number(value.toPrecision(5)));
}
