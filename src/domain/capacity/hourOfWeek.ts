import { DAY, HOUR } from '../base/Duration';
import { pointsOf, type Series } from '../base/Series';
import { median } from '../stats/median';

/** Hours of a week; 0 is Monday 00:00. */
export const HOURS_OF_WEEK = 168;

export interface HourOfWeek {
  /** 0 (Monday 00:00) to 167 (Sunday 23:00). */
  readonly hour: number;
  /** Median over the weeks seen, in units of the series; null when this hour was never seen. */
  readonly median: number | null;
  /** Weeks behind it. */
  readonly weeks: number;
}

/**
 * The rhythm of a week: median of each hour of the week over all weeks seen.
 * @param hourly one value an hour
 * @param offset milliseconds added to UTC to get the local time whose hours are meant
 * @throws RangeError when the series is not hourly
 */
export function hourOfWeek(hourly: Series, offset = 0): HourOfWeek[] {
  if (hourly.step !== HOUR) {
    throw new RangeError(`invalid step: ${hourly.step} ms (an hourly series, ${HOUR} ms, is needed)`);
  }
  const buckets: number[][] = Array.from({ length: HOURS_OF_WEEK }, () => []);
  for (const { at, value } of pointsOf(hourly)) {
    buckets[hourOf(at + offset)]?.push(value);
  }
  return buckets.map((values, hour) => ({ hour, median: median(values), weeks: values.length }));
}

/** 1970-01-01 was a Thursday: three days after a Monday. */
function hourOf(local: number): number {
  const sinceMonday = (local + 3 * DAY) % (7 * DAY);
  return Math.floor((sinceMonday < 0 ? sinceMonday + 7 * DAY : sinceMonday) / HOUR);
}
