import { incompleteBeta } from './incompleteBeta';

// Reference values: mpmath 1.4.1 with 60 digits, betainc(a, b, 0, x, regularized=True).
const BETA: ReadonlyArray<readonly [x: number, a: number, b: number, value: number]> = [
  [1e-9, 0.5, 0.5, 2.0131684845150097e-5],
  [0.01, 10, 1000, 0.5539577291544904],
  [0.3, 2.3, 3, 0.2803126427341039],
  [0.3, 200, 0.5, 1.264383372125763e-106],
  [0.5, 10, 50, 0.9999999736758395],
  [0.77, 200, 50, 0.11984482080421809],
  [0.99, 0.5, 1000, 1],
  [0.99, 200, 3, 0.6712381710383889],
];

describe('incompleteBeta', () => {
  it.each(BETA)('I_%p(%p, %p) is %p to 1e-13 relative', (x, a, b, value) => {
    expect(Math.abs(incompleteBeta(x, a, b) / value - 1)).toBeLessThan(1e-13);
  });

  it('is 0 and 1 at the ends', () => {
    expect([incompleteBeta(0, 2, 3), incompleteBeta(1, 2, 3)]).toEqual([0, 1]);
  });

  it('keeps the digits of a complement that subtraction would lose', () => {
    // I_x(1, b) = 1 - (1-x)^b; with b = 1 it is x itself, seen from the other side as 1 - complement.
    expect(incompleteBeta(1 - 1e-18, 1e18, 1, 1e-18)).toBeCloseTo(Math.exp(-1), 12);
  });

  it.each([
    [-0.1, 1, 1],
    [1.1, 1, 1],
    [NaN, 1, 1],
    [0.5, 0, 1],
    [0.5, 1, Infinity],
  ])('refuses x = %p, a = %p, b = %p', (x, a, b) => {
    expect(() => incompleteBeta(x, a, b)).toThrow(RangeError);
  });
});
