import { DAY } from '../../../domain/base/Duration';

/** What the first fill reads, for people. @param since first day of history asked for, null when not known yet */
export function historyWords(since: number | null, now: number): string {
  const days = since === null ? 0 : Math.round((now - since) / DAY);
  return days < 1 ? 'Reading history' : `Reading ${days} ${days === 1 ? 'day' : 'days'} of history`;
}
