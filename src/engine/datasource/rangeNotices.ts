import { DAY } from '../../domain/base/Duration';
import type { TimeWindow } from '../../domain/base/TimeWindow';
import type { Notice } from '../Notice';

/** What is odd about a range of time; nothing of it keeps a question from being answered. */
export function rangeNotices({ from, to }: TimeWindow, now: number, historyDays: number): readonly Notice[] {
  if (from > now) {
    return [
      {
        id: 'future',
        severity: 'warning',
        title: 'This time range lies in the future',
        detail: 'Nothing has been measured there yet; figures are those of now.',
        next: 'Choose a range that begins in the past.',
      },
    ];
  }
  if (to - from > historyDays * DAY || from < now - (historyDays + 1) * DAY) {
    return [
      {
        id: 'beyond history',
        severity: 'info',
        title: `Headroom reads ${historyDays} days of history`,
        detail: 'The range begins before that: its older part stays empty.',
        next: 'An Admin can change the days of history in Configuration.',
      },
    ];
  }
  return [];
}
