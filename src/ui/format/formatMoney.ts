import { formattedValueToString, getValueFormat, getValueFormats } from '@grafana/data';
import { decimalsFor } from './decimalsFor';
import { scaleOf } from './scaleOf';

/** Money in a currency given as ISO code or as a sign; a plain number when there is none. */
export function formatMoney(value: number, currency: string): string {
  return formattedValueToString(getValueFormat(formatId(currency))(value, decimalsFor(value / scaleOf(value)))).trim();
}

function formatId(currency: string): string {
  const code = currency.trim();
  if (code === '') {
    return 'short';
  }
  const own = `currency${code.toUpperCase()}`;
  const isKnown = getValueFormats().some((group) => group.submenu.some((unit) => unit.value === own));
  return isKnown ? own : `currency:${code}`;
}
