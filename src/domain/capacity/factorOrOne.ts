import type { Figure } from '../base/Figure';
import { writeNumber } from './writeNumber';

export interface FactorUsed {
  readonly value: number;
  /** Set when 1 is used because the factor is not known. */
  readonly note: string | null;
}

/** A measured factor that cannot be below 1 (burst, skew), or 1 and a note when it is unknown. */
export function factorOrOne(name: string, figure: Figure): FactorUsed {
  if (!figure.known) {
    return { value: 1, note: `${name} is not known (${figure.reason}): 1 is assumed` };
  }
  return figure.value >= 1
    ? { value: figure.value, note: null }
    : { value: 1, note: `${name} was given as ${writeNumber(figure.value)}, below 1: 1 is used` };
}
