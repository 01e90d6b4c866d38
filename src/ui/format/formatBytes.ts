import { formattedValueToString, getValueFormat } from '@grafana/data';

/** Bytes in binary multiples: 118 MiB. */
export function formatBytes(value: number): string {
  return formattedValueToString(getValueFormat('bytes')(value, 1));
}
