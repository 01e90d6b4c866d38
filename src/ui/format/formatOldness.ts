import { dateTime } from '@grafana/data';
import { MINUTE } from '../../domain/base/Duration';

/** How old something is, as short as can be: "new", "12 days", "3 months". A clock that runs ahead makes nothing older. */
export function formatOldness(at: number, now: number): string {
  return now - at < MINUTE ? 'new' : dateTime(at).from(now).replace(/ ago$/, '');
}
