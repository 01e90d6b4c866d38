import { MINUTE } from '../base/Duration';
import { burstFactor, type BurstWindow } from './burstFactor';

const MONDAY = Date.UTC(2026, 5, 15);

describe('burstFactor', () => {
  const windows = (count: number, change: (i: number) => Partial<BurstWindow> = () => ({})): BurstWindow[] =>
    Array.from({ length: count }, (_, i) => ({ at: MONDAY + i * 5 * MINUTE, mean: 100, maxMinute: 110, ...change(i) }));

  it('is the p95 of minute over five minutes near the daily peak', () => {
    // 21 ratios 1.00 … 1.20: p95 (type 7) is the 20th of 21.
    const spread = windows(21, (i) => ({ maxMinute: 100 + i }));
    expect(burstFactor(spread)).toMatchObject({ known: true, value: expect.closeTo(1.19, 12), windows: 21 });
  });

  it('ignores quiet windows, whose minutes jump', () => {
    const day = [...windows(20), ...windows(20, () => ({ mean: 10, maxMinute: 90 }))];
    expect(burstFactor(day)).toMatchObject({ value: expect.closeTo(1.1, 12), windows: 20 });
  });

  it('is never below 1', () => {
    expect(burstFactor(windows(20, () => ({ maxMinute: 90 })))).toMatchObject({ known: true, value: 1 });
  });

  it.each([
    ['too few windows', windows(11), 11],
    ['no demand', windows(30, () => ({ mean: 0 })), 0],
    ['no minutes', windows(30, () => ({ maxMinute: NaN })), 0],
  ])('is unknown with %s', (_, given, count) => {
    expect(burstFactor(given)).toMatchObject({
      known: false,
      reason: `only ${count} five-minute windows near a daily peak, 12 are needed`,
    });
  });
});
