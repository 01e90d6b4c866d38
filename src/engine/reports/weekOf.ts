import { DAY, HOUR } from '../../domain/base/Duration';
import type { ReportWeek } from '../../domain/report/ReportWeek';

/** The seven days up to now, from a full hour on. */
export const weekOf = (now: number): ReportWeek => ({ from: Math.floor((now - 7 * DAY) / HOUR) * HOUR, to: now });
