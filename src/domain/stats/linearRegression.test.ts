import * as fc from 'fast-check';
import { linearRegression } from './linearRegression';
import type { LinearFit } from './LinearFit';
import { CARS, NORRIS, TIES, WOMEN } from './referenceData.fixture';

function fitted(x: readonly number[], y: readonly number[]): LinearFit {
  const result = linearRegression(x, y);
  if (!result.ok) {
    throw new Error(result.error.message);
  }
  return result.value;
}

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
  ])('keeps its digits for %s', (_, x, y, slope, slopeError) => {
    const fit = fitted(x, y);
    expect(off(fit.slope, slope)).toBeLessThan(1e-12);
    expect(off(fit.slopeError, slopeError)).toBeLessThan(1e-11);
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
