import { DAY } from '../base/Duration';
import { thirdHighestDailyPeak } from './thirdHighestDailyPeak';

const MONDAY = Date.UTC(2026, 5, 15);

describe('thirdHighestDailyPeak', () => {
  const NOW = MONDAY;
  const days = (values: readonly number[]) => values.map((value, i) => ({ at: NOW - (i + 0.5) * DAY, value }));

  it.each([
    ['the third highest', [10, 50, 40, 30, 20], 30],
    ['ties count each', [50, 50, 50, 1], 50],
    ['gaps do not count', [NaN, 50, 40, Infinity, 30], 30],
    ['days older than 30 do not count', [...Array.from({ length: 30 }, () => 5), 90, 80, 70], 5],
  ])('%s', (_, values, value) => {
    expect(thirdHighestDailyPeak(days(values), NOW)).toMatchObject({ known: true, value });
  });

  it('is unknown with fewer than three days', () => {
    expect(thirdHighestDailyPeak(days([5, NaN, 7]), NOW)).toMatchObject({
      known: false,
      reason: 'only 2 of the last 30 days have a peak, 3 are needed',
    });
  });

  it('does not look into the future', () => {
    expect(thirdHighestDailyPeak([...days([1, 2, 3]), { at: NOW + DAY, value: 99 }], NOW)).toMatchObject({ value: 1 });
  });
});
