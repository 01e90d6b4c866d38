import type { Unit } from '../../../domain/base/Unit';
import { formatValue } from '../../format/formatValue';

/** A value at an axis: without its unit's words and without zeros that say nothing, 1.5 and not 1.50. */
export const tickText = (value: number, unit: Unit): string =>
  formatValue(value, unit, { bare: true })
    .replace(/(\.\d*?)0+(?=\D|$)/, '$1')
    .replace(/\.(?=\D|$)/, '');
