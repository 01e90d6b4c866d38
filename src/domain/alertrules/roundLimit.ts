const DIGITS = 4;

/** A limit as it stands in a rule: whole numbers as they are, others to four digits, so that noise changes no rule. */
export const roundLimit = (value: number): number => (Number.isInteger(value) ? value : Number(value.toPrecision(DIGITS)));

/** The same, never below the value: for a limit that what it was read from must not exceed. @param value above 0 */
export function roundLimitUp(value: number): number {
  const rounded = roundLimit(value);
  // Printed and read again, so that no digit of a sum of doubles is left.
  return rounded >= value ? rounded : Number((rounded + 10 ** (Math.floor(Math.log10(value)) + 1 - DIGITS)).toPrecision(DIGITS));
}
