import { guardValue } from './guardValue';

describe('guardValue', () => {
  it.each([
    [0.975, 'share', '98\u00a0%'],
    [0.378, 'seconds', '378 ms'],
    [Infinity, 'seconds', 'above the highest bucket'],
    [0.094, 'factor', '0.094 ×'],
    [12.5, 'reqps', '12.5 req/s'],
    [40, '', '40'],
    [40, 'threads', '40 threads'],
    [null, 'share', 'unknown'],
  ])('%p in %p reads %p', (value, unit, text) => {
    expect(guardValue(value, unit)).toBe(text);
  });
});
