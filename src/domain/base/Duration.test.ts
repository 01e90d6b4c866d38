import { DAY, HOUR, MINUTE, SECOND, formatDuration, parseDuration } from './Duration';

describe('durations are written as PromQL reads them', () => {
  it.each([
    [5 * MINUTE, '5m'],
    [90 * DAY, '90d'],
    [HOUR + 30 * MINUTE, '1h30m'],
    [1500, '1s500ms'],
    [15 * SECOND, '15s'],
  ])('%d ms is %s and back', (milliseconds, text) => {
    expect(formatDuration(milliseconds)).toBe(text);
    expect(parseDuration(text)).toBe(milliseconds);
  });

  it.each([0, -1, 1.5, NaN, Infinity])('refuses %d and names it', (value) => {
    expect(() => formatDuration(value)).toThrow(`invalid duration: ${value} ms`);
  });

  it.each([
    ['2w', 14 * DAY],
    ['1d12h', 36 * HOUR],
    [' 5m ', 5 * MINUTE],
    ['250ms', 250],
  ])('reads %s', (text, milliseconds) => expect(parseDuration(text)).toBe(milliseconds));

  it.each(['', '5', 'm', '5 m', '1h1d', '-5m', '1.5h', '0s', '5min'])('%j is not a duration', (text) => expect(parseDuration(text)).toBeNull());
});
