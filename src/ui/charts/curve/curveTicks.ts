import { dateTimeForTimeZone, dateTimeFormat } from '@grafana/data';

/** One date under a benchmark curve. */
export interface CurveTick {
  /** Epoch milliseconds. */
  readonly at: number;
  readonly text: string;
  /** Dates at the ends of the axis stay within it. */
  readonly anchor: 'start' | 'middle' | 'end';
}

const DAY = 86_400_000;

/** Midnights of the zone, evenly apart, about `count` at most; for less than two days the ends alone, with their time. */
export function curveTicks(from: number, to: number, count: number, timeZone: string): CurveTick[] {
  const days = (to - from) / DAY;
  return days >= 2 ? midnights(from, to, Math.max(1, Math.ceil(days / count)), timeZone) : ends(from, to, timeZone);
}

function midnights(from: number, to: number, step: number, timeZone: string): CurveTick[] {
  // Counted in days of the zone, not in hours: one in spring has 23.
  const midnight = (day: number) => dateTimeForTimeZone(timeZone, from).startOf('day').add(day, 'day').startOf('day').valueOf();
  const first = midnight(0) < from ? 1 : 0;
  const ticks: CurveTick[] = [];
  for (let day = first; midnight(day) <= to; day += step) {
    const at = midnight(day);
    ticks.push({ at, text: dateTimeFormat(at, { timeZone, format: 'MMM D' }), anchor: 'middle' });
  }
  return ticks;
}

function ends(from: number, to: number, timeZone: string): CurveTick[] {
  const textOf = (at: number) => dateTimeFormat(at, { timeZone, format: 'MMM D HH:mm' });
  const start: CurveTick = { at: from, text: textOf(from), anchor: 'start' };
  return textOf(to) === start.text ? [start] : [start, { at: to, text: textOf(to), anchor: 'end' }];
}
