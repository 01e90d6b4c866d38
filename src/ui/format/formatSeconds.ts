import { formattedValueToString, getValueFormat } from '@grafana/data';
import { decimalsFor } from './decimalsFor';

const toSeconds = getValueFormat('s');

/** A time in seconds, scaled, with about three significant digits: 12.3 ms, 176 ms, 1.5 s. Infinity is a quantile above every finite bucket. */
export function formatSeconds(value: number): string {
  if (value === Infinity) {
    return 'above the highest bucket';
  }
  // The format itself knows its scale (ms, mins): the number it writes says how many decimals are left to give.
  const scaled = Number.parseFloat(toSeconds(value, 3).text);
  return formattedValueToString(toSeconds(value, decimalsFor(scaled)))
    .replace(/(\.\d*?)0+(?=\D|$)/, '$1')
    .replace(/\.(?=\D|$)/, '');
}
