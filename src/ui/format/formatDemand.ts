import { formattedValueToString, getValueFormat } from '@grafana/data';
import { decimalsFor } from './decimalsFor';
import { scaleOf } from './scaleOf';

/** Requests a second: 1.23K req/s; without the unit's words when `bare`. */
export function formatDemand(value: number, bare = false): string {
  const formatted = getValueFormat('reqps')(value, decimalsFor(value / scaleOf(value)));
  const text = formattedValueToString(formatted).trim();
  return bare ? text.replace(/\s*req\/s$/, '') : text;
}
