import { err, ok, type Result } from '../../../domain/base/Result';
import { plainNumber } from '../../fields/plainNumber';

export interface NumberRule {
  /** Names the field in messages. */
  readonly name: string;
  readonly min: number;
  readonly max: number;
  /** The bounds in words: "above 0". */
  readonly bounds: string;
  readonly whole?: boolean;
  /** `min` itself is refused. */
  readonly above?: boolean;
}

/** A number a person typed, or what is wrong with it, naming what was typed. */
export function typedNumber(text: string, rule: NumberRule): Result<number, string> {
  const shown = text.trim().slice(0, 40);
  const value = plainNumber(text);
  if (value === null) {
    return err(`“${shown}” is not a number. ${rule.name} is ${rule.bounds}, with a point as decimal sign.`);
  }
  if (rule.whole === true && !Number.isInteger(value)) {
    return err(`“${shown}” is not a whole number. ${rule.name} is ${rule.bounds}.`);
  }
  const tooSmall = rule.above === true ? value <= rule.min : value < rule.min;
  return tooSmall || value > rule.max ? err(`“${shown}” is out of range. ${rule.name} is ${rule.bounds}.`) : ok(value);
}
