import { dateMath, dateTime, type DateTime } from '@grafana/data';

/** One end of a range as Grafana's addresses write it: `now-14d`, epoch milliseconds or an ISO time. Null when it is none. */
export function parseRangeBound(text: string): DateTime | string | null {
  if (/^\d{10,14}$/.test(text)) {
    return dateTime(Number(text));
  }
  if (text.startsWith('now')) {
    return dateMath.isValid(text) ? text : null;
  }
  // Anything else would be handed to the browser's own guessing.
  const time = /^\d{4}-\d{2}-\d{2}/.test(text) ? dateTime(text) : null;
  return time?.isValid() ? time : null;
}
