import { dateTimeFormat } from '@grafana/data';

/** Day in Grafana's time zone: 2026-11-21. */
export const formatDay = (at: number): string => dateTimeFormat(at, { format: 'YYYY-MM-DD' });
