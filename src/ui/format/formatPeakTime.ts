import { dateTimeFormat } from '@grafana/data';
import { DAY } from '../../domain/base/Duration';
import { formatMinute } from './formatMinute';

/** The UTC day a moment lies in: 2026-11-21. Days of the ledger are UTC days, whatever Grafana's time zone. */
export const formatUtcDay = (at: number): string => dateTimeFormat(at, { format: 'YYYY-MM-DD', timeZone: 'utc' });

/** When a peak was reached, no more exactly than it is known. @param span milliseconds; absent = to the sample */
export const formatPeakTime = (at: number, span = 0): string => (span >= DAY ? `${formatUtcDay(at)} (UTC day)` : formatMinute(at));
