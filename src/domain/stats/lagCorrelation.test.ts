import { lagCorrelation, unbiasedCorrelation } from './lagCorrelation';

describe('lagCorrelation', () => {
  it.each<[string, readonly number[], number | null]>([
    ['constant values', [2, 2, 2], null],
    ['a line', [1, 2, 3], 0],
    // (-1.5)(-0.5) + (-0.5)(0.5) + (0.5)(1.5) = 1.25 over 5.
    ['a longer line', [1, 2, 3, 4], 0.25],
    ['zigzag', [1, -1, 1, -1], -0.75],
    ['far from 0', [1e9 + 1, 1e9 + 2, 1e9 + 3, 1e9 + 4], 0.25],
  ])('of %s', (_name, values, expected) => expect(lagCorrelation(values)).toBe(expected));

  it('is made what it is on the average, within what can be worked with', () => expect([unbiasedCorrelation(-0.5, 30), unbiasedCorrelation(0.99, 30), unbiasedCorrelation(0.2, 50)]).toEqual([0, 0.9, expect.closeTo(0.232, 12)]));
});
