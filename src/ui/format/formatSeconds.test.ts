import { formatSeconds } from './formatSeconds';

describe('formatSeconds', () => {
  it.each([
    [0.0123, '12.3 ms'],
    [0.08, '80 ms'],
    [0.000004, '4 µs'],
    [1.5, '1.5 s'],
    [100, '1.667 mins'],
    [0, '0 s'],
  ])('%p s reads %p', (value, text) => {
    expect(formatSeconds(value)).toBe(text);
  });
});
