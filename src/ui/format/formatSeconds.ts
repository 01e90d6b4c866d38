import { formattedValueToString, getValueFormat } from '@grafana/data';

/** A time in seconds, scaled: 12.3 ms, 1.5 s. */
export function formatSeconds(value: number): string {
  return formattedValueToString(getValueFormat('s')(value, 3))
    .replace(/(\.\d*?)0+(?=\D|$)/, '$1')
    .replace(/\.(?=\D|$)/, '');
}
