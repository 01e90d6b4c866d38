import { plainNumber } from './plainNumber';

export interface NumberLimits {
  readonly min: number;
  readonly max: number;
  readonly integer?: boolean;
}

/** What was typed as a number within limits, or in words why it is not one. */
export function parseNumber(text: string, { min, max, integer = false }: NumberLimits): number | string {
  const value = plainNumber(text);
  if (value === null) {
    return text.includes(',') ? 'A number with a point as decimal sign is needed: a comma may also part thousands.' : 'A number is needed.';
  }
  if (integer && !Number.isInteger(value)) {
    return 'A whole number is needed.';
  }
  if (value < min || value > max) {
    return `Between ${min} and ${max}, please.`;
  }
  return value;
}
