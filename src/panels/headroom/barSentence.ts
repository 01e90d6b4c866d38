import { formattedValueToString, getValueFormat } from '@grafana/data';
import { formatGrowth } from '../../ui/format/formatGrowth';
import type { HeadroomBar } from './HeadroomBar';
import { statusLook } from './statusLook';

/** A value in the panel's unit; "not known" for null. */
export const valueWords = (value: number | null, unit: string): string =>
  value === null ? 'not known' : formattedValueToString(getValueFormat(unit)(value)).trim();

/** The whole bar in one sentence, for screen readers. */
export function barSentence(bar: HeadroomBar, unit: string): string {
  const parts = [
    `${bar.service}${bar.tier ? `, ${bar.tier}` : ''}: ${statusLook(bar.status).word.toLowerCase()}`,
    bar.headroom === null ? 'headroom not known' : `headroom ${formatGrowth(bar.headroom)}`,
    bar.asked === null ? null : `${formatGrowth(bar.asked)} asked for`,
    `demand now ${valueWords(bar.demand, unit)}`,
    bar.ath === null ? null : `all-time high ${valueWords(bar.ath, unit)}`,
    `capacity ${valueWords(bar.capacity, unit)}`,
  ];
  return parts.filter((part) => part !== null).join(', ');
}
