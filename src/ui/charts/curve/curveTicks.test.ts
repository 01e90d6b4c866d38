import { dateTimeForTimeZone } from '@grafana/data';
import { curveTicks } from './curveTicks';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const ZONES = ['utc', 'America/New_York', 'Asia/Kolkata', 'Pacific/Auckland', 'browser'];
/** 2026-11-21T10:30Z; New York left summer time three weeks before. */
const NOW = Date.UTC(2026, 10, 21, 10, 30);

describe.each(ZONES)('in %s', (zone) => {
  it.each([
    ['three months', 90, 6],
    ['a week', 7, 6],
    ['two days', 2, 6],
  ])('dates over %s are midnights of that zone, evenly apart, each with the day that begins', (_, days, count) => {
    const from = NOW - days * DAY;
    const ticks = curveTicks(from, NOW, count, zone);
    const local = ticks.map(({ at }) => dateTimeForTimeZone(zone, at));
    expect(ticks.length).toBeGreaterThan(1);
    expect(ticks.length).toBeLessThanOrEqual(count + 1);
    expect(local.map((date) => date.format('HH:mm:ss'))).toEqual(ticks.map(() => '00:00:00'));
    expect(ticks.map(({ text }) => text)).toEqual(local.map((date) => date.format('MMM D')));
    expect(ticks.every(({ at }) => at >= from && at <= NOW)).toBe(true);
    const steps = ticks.slice(1).map(({ at }, i) => Math.round((at - (ticks[i]?.at ?? NaN)) / DAY));
    expect(new Set(steps).size).toBe(1);
  });
});

it('begins west of UTC at the midnight there', () => {
  const [first] = curveTicks(Date.UTC(2026, 10, 1), Date.UTC(2026, 10, 8), 7, 'America/New_York');
  // In the night in which clocks go back: at midnight still four hours behind UTC.
  expect(first).toMatchObject({ text: 'Nov 1', at: Date.UTC(2026, 10, 1, 4) });
});

it.each<[string, number, string, ReadonlyArray<readonly [string, string]>]>([
  ['six hours', 6 * HOUR, 'utc', [['Nov 21 04:30', 'start'], ['Nov 21 10:30', 'end']]],
  ['six hours', 6 * HOUR, 'America/New_York', [['Nov 20 23:30', 'start'], ['Nov 21 05:30', 'end']]],
  ['less than two days', 47 * HOUR, 'utc', [['Nov 19 11:30', 'start'], ['Nov 21 10:30', 'end']]],
  ['no time', 0, 'utc', [['Nov 21 10:30', 'start']]],
  ['five seconds', 5_000, 'utc', [['Nov 21 10:29', 'start'], ['Nov 21 10:30', 'end']]],
])('marks the ends of %s with their time in %s', (_, span, zone, expected) => {
  expect(curveTicks(NOW - span, NOW, 5, zone).map(({ text, anchor }) => [text, anchor])).toEqual(expected);
});

it('gives two ends that read alike one label', () => {
  expect(curveTicks(NOW + 1_000, NOW + 9_000, 5, 'utc').map(({ text }) => text)).toEqual(['Nov 21 10:30']);
});
