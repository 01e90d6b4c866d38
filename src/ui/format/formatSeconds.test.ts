import { formatSeconds } from './formatSeconds';

describe('formatSeconds', () => {
  it.each([
    [0.0123, '12.3 ms'],
    [0.08, '80 ms'],
    [0.000004, '4 µs'],
    [1.5, '1.5 s'],
    [100, '1.67 mins'],
    [0.176427, '176 ms'],
    [0.083221, '83.2 ms'],
    [0.0000616, '61.6 µs'],
    [0.9996, '1000 ms'],
    [-0.012345, '-12.3 ms'],
    [0, '0 s'],
    [Infinity, 'above the highest bucket'],
  ])('%p s reads %p', (value, text) => {
    expect(formatSeconds(value)).toBe(text);
  });
});
