import { dateTime } from '@grafana/data';

/** How long ago: "12 days ago"; "in 3 hours" when a clock runs ahead. */
export const formatAge = (at: number, now: number): string => dateTime(at).from(now);
