import { dateTimeFormat } from '@grafana/data';

/** Day and minute in Grafana's time zone: 2026-11-21 18:05. */
export const formatMinute = (at: number): string => dateTimeFormat(at, { format: 'YYYY-MM-DD HH:mm' });
