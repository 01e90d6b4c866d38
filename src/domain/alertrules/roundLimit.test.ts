import { roundLimit, roundLimitUp } from './roundLimit';

it.each([
  ['a whole number', 12345, 12345, 12345],
  ['what is rounded down', 123.44, 123.4, 123.5],
  ['what is rounded up', 123.46, 123.5, 123.5],
  ['four digits as they are', 0.1234, 0.1234, 0.1234],
  ['small ones', 0.000123449, 0.0001234, 0.0001235],
  ['a step to one digit more', 9999.4, 9999, 10000],
  ['great ones', 123444.4, 123400, 123500],
])('rounds %s: %d', (_name, value, nearest, up) => {
  expect(roundLimit(value)).toBe(nearest);
  expect(roundLimitUp(value)).toBe(up);
});
