import { growthThatFits } from './growthThatFits';

describe('growthThatFits', () => {
  it('treats the noise that buys no instance as 0', () => {
    expect(growthThatFits(100 - 5e-8, 100)).toBe(0);
    expect(growthThatFits(100 - 5e-7, 100)).toBeLessThan(0);
  });

  it.each([
    [1, 0],
    [1, NaN],
    [-1, 1],
    [NaN, 1],
  ])('refuses capacity %p over demand %p', (capacity, demand) => {
    expect(() => growthThatFits(capacity, demand)).toThrow(RangeError);
  });
});
