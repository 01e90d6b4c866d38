import { HOUR, MINUTE } from '../base/Duration';
import type { Series } from '../base/Series';
import { hourOfWeek, HOURS_OF_WEEK } from './hourOfWeek';

const series = (start: number, step: number, values: readonly number[]): Series => ({
  start,
  step,
  values: Float64Array.from(values),
});

const MONDAY = Date.UTC(2026, 5, 15);

describe('hourOfWeek', () => {
  it('is the median of each hour over the weeks, 0 = Monday 00:00', () => {
    const threeWeeks = series(
      MONDAY,
      HOUR,
      Array.from({ length: 3 * HOURS_OF_WEEK }, (_, i) => (i % HOURS_OF_WEEK) + (i < HOURS_OF_WEEK ? 1000 : 0))
    );
    const pattern = hourOfWeek(threeWeeks);
    expect(pattern).toHaveLength(HOURS_OF_WEEK);
    expect(pattern[0]).toEqual({ hour: 0, median: 0, weeks: 3 });
    expect(pattern[167]).toEqual({ hour: 167, median: 167, weeks: 3 });
  });

  it('shifts by an offset, also across the start of the week and before 1970', () => {
    expect(hourOfWeek(series(MONDAY, HOUR, [7]), -HOUR)[167]).toEqual({ hour: 167, median: 7, weeks: 1 });
    expect(hourOfWeek(series(Date.UTC(1969, 11, 29), HOUR, [7]))[0]?.median).toBe(7);
  });

  it('leaves an hour that was never seen unknown', () => {
    expect(hourOfWeek(series(MONDAY, HOUR, [NaN, 3])).slice(0, 2)).toEqual([
      { hour: 0, median: null, weeks: 0 },
      { hour: 1, median: 3, weeks: 1 },
    ]);
  });

  it('refuses a series that is not hourly', () => {
    expect(() => hourOfWeek(series(0, MINUTE, [1]))).toThrow('invalid step: 60000 ms');
  });
});
