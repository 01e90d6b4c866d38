import * as fc from 'fast-check';
import { linearRegression } from './linearRegression';
import type { LinearFit } from './LinearFit';
import { CARS, NORRIS, TIES, WOMEN } from './referenceData.fixture';
import { regressionBand } from './regressionBand';

function fitted(x: readonly number[], y: readonly number[]): LinearFit {
  const result = linearRegression(x, y);
  if (!result.ok) {
    throw new Error(result.error.message);
  }
  return result.value;
}

const SCATTER = [0.31, -1.2, 0.77, 2.04, -0.5, 0.08, 1.3, -0.9];
const NEAR_1E9 = SCATTER.map((v) => 1e9 + v / 1000);
const ON_NEAR_1E9 = SCATTER.map((v, i) => 3 + 2 * v + ([0.1, -0.2, 0.3, 0.05, -0.15, 0.2, -0.1, -0.2][i] ?? 0));

const off = (got: number, want: number): number => Math.abs(got / want - 1);

describe('linearRegression', () => {
  it('agrees with the certified values of NIST StRD Norris', () => {
    const fit = fitted(NORRIS.x, NORRIS.y);
    expect(off(fit.slope, 1.00211681802045)).toBeLessThan(1e-13);
    expect(off(fit.intercept, -0.262323073774029)).toBeLessThan(1e-12);
    expect(off(fit.slopeError, 0.429796848199937e-3)).toBeLessThan(1e-13);
    expect(off(fit.interceptError, 0.232818234301152)).toBeLessThan(1e-13);
    expect(off(fit.residualSd, 0.884796396144373)).toBeLessThan(1e-13);
    expect(off(fit.rSquared ?? NaN, 0.999993745883712)).toBeLessThan(1e-14);
    expect([fit.n, fit.df]).toEqual([36, 34]);
  });

  // scipy 1.17.1, stats.linregress.
  it.each([
    [
      'cars',
      CARS,
      3.9324087591240864,
      -17.579094890510937,
      0.41551277665712255,
      6.758440169379241,
      1.4898364962951263e-12,
    ],
    ['women', WOMEN, 3.45, -87.51666666666668, 0.0911364954661997, 5.936944048902931, 1.0909729585995899e-14],
    [
      'ties',
      TIES,
      1.4803493449781657,
      0.5109170305676853,
      0.2418559651711441,
      0.8343154462656805,
      0.0002829227808758704,
    ],
  ])('agrees with SciPy on %s', (_, data, slope, intercept, slopeError, interceptError, p) => {
    const fit = fitted(data.x, data.y);
    expect(off(fit.slope, slope)).toBeLessThan(1e-12);
    expect(off(fit.intercept, intercept)).toBeLessThan(1e-12);
    expect(off(fit.slopeError, slopeError)).toBeLessThan(1e-12);
    expect(off(fit.interceptError, interceptError)).toBeLessThan(1e-12);
    expect(off(fit.slopeP, p)).toBeLessThan(1e-10);
  });

  // mpmath 1.4.1 with 50 digits, on the doubles given.
  it.each([
    [
      'x of 1e9, y of 1e-6',
      [0, 1, 2, 3, 5, 8].map((v) => 1e9 + v),
      [3, 4.1, 4.9, 6.2, 8, 11.1].map((v) => v * 1e-6),
      1.0081712062256808e-6,
      1.7444756242381208e-8,
    ],
    [
      'x in epoch milliseconds, y of 1e9',
      [0, 1, 2, 3, 4, 5, 6, 7].map((h) => 1.7e12 + h * 3.6e6),
      [0.5, 1.25, 1.5, 2.5, 3, 3.5, 4.75, 5].map((v) => 1e9 + v),
      1.8353174603174604e-7,
      9.426053448240229e-9,
    ],
    ['x of 1e9 with differences of 1e-3', NEAR_1E9, ON_NEAR_1E9, 2086.6781882091208, 60.775576496422523],
    ['y of 1e9 with differences of 1e-3', [1, 2, 3, 4, 5, 6, 7, 8], NEAR_1E9, -6.9056238446916853e-6, 1.8466690632670366e-4],
  ])('keeps its digits for %s', (_, x, y, slope, slopeError) => {
    const fit = fitted(x, y);
    expect(off(fit.slope, slope)).toBeLessThan(1e-12);
    expect(off(fit.slopeError, slopeError)).toBeLessThan(1e-11);
  });

  it('keeps the digits of its band and its other figures there', () => {
    const fit = fitted(NEAR_1E9, ON_NEAR_1E9);
    expect(off(fit.residualSd, 0.178184135609348)).toBeLessThan(1e-12);
    expect(off(fit.rSquared ?? NaN, 0.99493600092782436)).toBeLessThan(1e-13);
    expect(off(fit.slopeP, 4.065905934131518e-8)).toBeLessThan(1e-10);
    const { lower, upper } = regressionBand(fit, { kind: 'prediction', level: 0.9, sides: 'two' })(NEAR_1E9[0] ?? NaN);
    expect(off(lower, 3.2588319082986195)).toBeLessThan(1e-11);
    expect(off(upper, 3.993525447983637)).toBeLessThan(1e-11);
  });

  it('has R² of a relation that is hardly there', () => {
    const fit = fitted([-3, -2, -1, 1, 2, 3], [1, -2, 1, 1.00001, -2, 1.00002]);
    expect(off(fit.rSquared ?? NaN, 1.4583260416519427e-11)).toBeLessThan(1e-9);
  });

  it.each([
    ['x too close together to square', [1e-170, 2e-170, 3e-170], [1, 2, 3], 'x from 1e-170 to 3e-170 and y from 1 to 3'],
    ['y too large to square', [1, 2, 3], [1e200, -1e200, 5e200], 'x from 1 to 3 and y from -1e+200 to 5e+200'],
  ])('refuses %s, with the ranges', (_, x, y, message) => {
    expect(linearRegression(x, y)).toMatchObject({ ok: false, error: { kind: 'beyond-range', message: expect.stringContaining(message) } });
  });

  it('drops pairs with gaps and counts them', () => {
    const fit = fitted([1, NaN, 2, 3, 4, 5], [2, 9, 4, Infinity, 8, 10]);
    expect([fit.n, fit.dropped, fit.slope]).toEqual([4, 2, 2]);
  });

  it('of a constant y is flat and explains nothing', () => {
    const fit = fitted([1, 2, 3, 4], [0.1, 0.1, 0.1, 0.1]);
    expect(fit).toMatchObject({ slope: 0, slopeError: 0, residualSd: 0, rSquared: null, slopeP: 1, intercept: 0.1 });
  });

  it.each([
    ['no points', [], [], 'too-few-points', '0 points with both numbers known; at least 3 are needed for a line'],
    [
      'two points left',
      [1, 2, NaN],
      [1, 2, 3],
      'too-few-points',
      '2 points with both numbers known; at least 3 are needed for a line',
    ],
    ['constant x', [0.1, 0.1, 0.1], [1, 2, 3], 'constant-x', 'x is 0.1 at all 3 points'],
  ])('refuses %s with a reason', (_, x, y, kind, message) => {
    expect(linearRegression(x, y)).toEqual({ ok: false, error: { kind, message } });
  });

  it('finds any exact line at any scale', () => {
    const scale = fc.integer({ min: -6, max: 9 }).map((e) => 10 ** e);
    const coefficient = fc.integer({ min: -1000, max: 1000 });
    fc.assert(
      fc.property(coefficient, coefficient, scale, (slope, intercept, size) => {
        const x = [0, 1, 2, 4, 7, 11].map((v) => v * size);
        const fit = fitted(
          x,
          x.map((v) => intercept * size + slope * v)
        );
        return Math.abs(fit.slope - slope) <= 1e-9 * Math.max(1, Math.abs(slope));
      })
    );
  });
});
