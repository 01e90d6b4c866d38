import { studentTTwoSidedP } from './studentTTwoSidedP';

// Reference values: mpmath 1.4.1 with 60 digits, betainc(df / 2, 1 / 2, 0, df / (df + t²), regularized=True).
const TWO_SIDED: ReadonlyArray<readonly [t: number, df: number, p: number]> = [
  [1e-6, 5, 0.9999992407866204],
  [0.01, 1, 0.9936340144701835],
  [0.5, 0.5, 0.7573180729294366],
  [1, 2, 0.4226497308103742],
  [1, 1e9, 0.3173105081048848],
  [1.7, 1e5, 0.08913403524866291],
  [2.228138851964939, 10, 0.05000000000180863],
  [5, 3, 0.015392438073302301],
  [5, 1e9, 5.733032403951629e-7],
  [12.706204736432095, 1, 0.0499999999989913],
  [40, 30, 1.3726045194406403e-27],
  [1e8, 2, 9.999999999999999e-17],
  [1e160, 0.1, 8.347606274346418e-17],
  [1e200, 1, 6.366197723675814e-201],
  [3.2e299, 0.5, 1.1338491722426864e-150],
];

describe('studentTTwoSidedP', () => {
  it.each(TWO_SIDED)('of t = %p with %p degrees of freedom is %p to 1e-13 relative', (t, df, p) => {
    expect(Math.abs(studentTTwoSidedP(t, df) / p - 1)).toBeLessThan(1e-13);
    expect(studentTTwoSidedP(-t, df)).toBe(studentTTwoSidedP(t, df));
  });

  it('is 1 at 0 and 0 at the infinities', () => {
    expect([0, Infinity, -Infinity].map((t) => studentTTwoSidedP(t, 4))).toEqual([1, 0, 0]);
  });

  it.each([
    [1, 0],
    [1, NaN],
    [NaN, 3],
  ])('refuses t = %p with %p degrees of freedom', (t, df) => {
    expect(() => studentTTwoSidedP(t, df)).toThrow(RangeError);
  });
});
