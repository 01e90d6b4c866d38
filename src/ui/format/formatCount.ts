import { formattedValueToString, getValueFormat } from '@grafana/data';
import { decimalsFor } from './decimalsFor';
import { scaleOf } from './scaleOf';

/** A count with Grafana's short scale: 950, 1.2 K, 3.41 Mil. */
export function formatCount(value: number): string {
  return formattedValueToString(getValueFormat('short')(value, decimalsFor(value / scaleOf(value)))).trim();
}
