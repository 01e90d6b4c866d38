import type { Unit } from '../../domain/base/Unit';

/** A value with all its digits and its unit's own name, for those who check: 58.2905 reqps/instance. */
export const exactValue = (value: number, unit: Unit): string =>
  // Past 15 digits stands what binary fractions leave over.
  `${Number(value.toPrecision(15))} ${unit}`;
