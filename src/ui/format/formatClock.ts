import { dateTimeFormat } from '@grafana/data';

/** Time of day with seconds, in Grafana's time zone: 14:03:27. */
export const formatClock = (at: number): string => dateTimeFormat(at, { format: 'HH:mm:ss' });
