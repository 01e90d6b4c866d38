import { DAY, HOUR, MINUTE } from '../base/Duration';
import type { Series } from '../base/Series';
import { peaksBySpan } from './peaksBySpan';

const series = (start: number, step: number, values: readonly number[]): Series => ({
  start,
  step,
  values: Float64Array.from(values),
});

const MONDAY = Date.UTC(2026, 5, 15);

describe('peaksBySpan', () => {
  it('finds the greatest value of each span, the earliest of equals, and what is covered', () => {
    const halfDay = series(MONDAY, 6 * HOUR, [1, 5, 5, NaN, NaN, NaN, NaN, NaN, 2]);
    expect(peaksBySpan(halfDay, DAY)).toEqual([
      { from: MONDAY, value: 5, at: MONDAY + 6 * HOUR, coverage: 0.75 },
      { from: MONDAY + 2 * DAY, value: 2, at: MONDAY + 2 * DAY, coverage: 0.25 },
    ]);
  });

  it('counts days of another zone by its offset', () => {
    const hourly = series(
      MONDAY,
      HOUR,
      Array.from({ length: 24 }, (_, h) => h)
    );
    expect(peaksBySpan(hourly, DAY, 2 * HOUR).map((p) => [p.from, p.value])).toEqual([
      [MONDAY - 2 * HOUR, 21],
      [MONDAY + 22 * HOUR, 23],
    ]);
  });

  it.each([90 * MINUTE, 0, NaN])('refuses a span of %p ms', (span) => {
    expect(() => peaksBySpan(series(0, HOUR, [1]), span)).toThrow(`invalid span: ${span} ms`);
  });
});
