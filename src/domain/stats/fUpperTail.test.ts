import { fUpperTail } from './fUpperTail';

// Reference values: mpmath 1.4.1 with 60 digits, betainc(d2 / 2, d1 / 2, 0, d2 / (d2 + d1 f), regularized=True).
const F: ReadonlyArray<readonly [f: number, d1: number, d2: number, p: number]> = [
  [0.001, 1, 3, 0.9767590969181911],
  [0.5, 2, 10, 0.6209213230591552],
  [1, 30, 120, 0.476919090258997],
  [3.7, 2, 120, 0.02758729270935938],
  [20, 5, 3, 0.016437268038646195],
  [20, 30, 5000, 1.1067716969747874e-100],
];

describe('fUpperTail', () => {
  it.each(F)('P(F >= %p) with %p and %p degrees of freedom is %p', (f, d1, d2, p) => {
    expect(Math.abs(fUpperTail(f, d1, d2) / p - 1)).toBeLessThan(1e-12);
  });

  it('is 1 at 0 and 0 at infinity', () => {
    expect([fUpperTail(0, 2, 5), fUpperTail(Infinity, 2, 5)]).toEqual([1, 0]);
  });

  it.each([
    [-1, 1, 1],
    [NaN, 1, 1],
    [1, 0, 1],
  ])('refuses F = %p with %p and %p degrees of freedom', (f, d1, d2) => {
    expect(() => fUpperTail(f, d1, d2)).toThrow(RangeError);
  });
});
