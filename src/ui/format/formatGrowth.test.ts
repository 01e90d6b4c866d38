import { formatGrowth } from './formatGrowth';

const NBSP = '\u00a0';

describe('formatGrowth', () => {
  it.each([
    [0.43, '+43'],
    [-0.12, '−12'],
    [0, '0'],
    [0.29, '+29'],
    [0.57, '+57'],
    [12.4, '+1240'],
  ])('%p reads %p %%', (value, text) => {
    expect(formatGrowth(value)).toBe(`${text}${NBSP}%`);
  });

  it('rounds down: what is not quite enough never reads as enough', () => {
    expect(formatGrowth(0.4999)).toBe(`+49${NBSP}%`);
    expect(formatGrowth(-0.001)).toBe(`−1${NBSP}%`);
  });
});
