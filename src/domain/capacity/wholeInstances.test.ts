import { wholeInstances } from './wholeInstances';

describe('wholeInstances', () => {
  it.each([
    [0, 0],
    [1e-12, 1],
    [3, 3],
    [3.0000000000000004, 3],
    [3.00001, 4],
    [1e6 + 1e-4, 1e6],
    [1e6 + 0.01, 1e6 + 1],
  ])('of %p is %p', (ratio, n) => {
    expect(wholeInstances(ratio)).toBe(n);
  });

  it.each([-0.1, NaN, Infinity])('refuses %p by name', (ratio) => {
    expect(() => wholeInstances(ratio)).toThrow(`invalid demand over capacity: ${ratio}`);
  });
});
