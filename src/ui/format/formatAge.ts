import { dateTime } from '@grafana/data';
import { MINUTE, SECOND } from '../../domain/base/Duration';

/** The page's clock ticks once a minute: what is younger than its tick is not in the future. */
const TICK = 2 * MINUTE;

/** How long ago: "just now", "12 days ago"; "in 3 hours" when a clock runs ahead. */
export function formatAge(at: number, now: number): string {
  const age = now - at;
  return age < 45 * SECOND && age > -TICK ? 'just now' : dateTime(at).from(now);
}
