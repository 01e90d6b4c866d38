import * as fc from 'fast-check';
import type { BandOptions } from './bandWidth';
import { inversePrediction } from './inversePrediction';
import { linearRegression } from './linearRegression';
import type { LinearFit } from './LinearFit';
import { CARS, WOMEN } from './referenceData.fixture';
import { regressionBand } from './regressionBand';

const BAND: BandOptions = { kind: 'prediction', level: 0.9, sides: 'two' };

function fitted(x: readonly number[], y: readonly number[]): LinearFit {
  const result = linearRegression(x, y);
  if (!result.ok) {
    throw new Error(result.error.message);
  }
  return result.value;
}

/** Greatest x of a wide grid, refined by bisection, at which the upper bound is at or below the limit. */
function byBisection(fit: LinearFit, limit: number, options: BandOptions): number | null {
  const upper = regressionBand(fit, options);
  const width = fit.xMax - fit.xMin;
  const grid = Array.from({ length: 40_001 }, (_, i) => fit.xMean + (i / 20_000 - 1) * 200 * width);
  const last = grid.reduce((found, x, i) => (upper(x).upper <= limit ? i : found), -1);
  if (last < 0 || last === grid.length - 1) {
    return null;
  }
  let [low, high] = [grid[last] ?? NaN, grid[last + 1] ?? NaN];
  for (let i = 0; i < 100; i++) {
    const middle = (low + high) / 2;
    [low, high] = upper(middle).upper <= limit ? [middle, high] : [low, middle];
  }
  return low;
}

describe('inversePrediction', () => {
  // statsmodels 0.15.0 prediction bounds, solved with scipy 1.17.1, optimize.brentq.
  it.each([
    ['cars', CARS, 80, 18.1710328178553, 32.06764241437613],
    ['women', WOMEN, 170, 73.73659579770391, 75.59072662697956],
  ])('of %s meets both bounds', (_, data, limit, low, high) => {
    const crossing = inversePrediction(fitted(data.x, data.y), limit, BAND);
    expect(crossing.kind === 'crossing' && crossing.low).toBeCloseTo(low, 9);
    expect(crossing.kind === 'crossing' && crossing.high).toBeCloseTo(high, 9);
  });

  it('agrees with bisection on any rising line, certain or not', () => {
    const noise = fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 8, maxLength: 8 });
    const options = fc.record({
      kind: fc.constantFrom('confidence' as const, 'prediction' as const),
      level: fc.constantFrom(0.6, 0.9, 0.99),
      sides: fc.constantFrom('one' as const, 'two' as const),
    });
    fc.assert(
      fc.property(
        noise,
        fc.double({ min: 0, max: 4, noNaN: true }),
        fc.double({ min: -20, max: 20, noNaN: true }),
        options,
        (e, size, limit, band) => {
          const fit = fitted(
            [1, 2, 3, 4, 5, 6, 7, 8],
            e.map((v, i) => i + 1 + size * v)
          );
          fc.pre(fit.slope > 0.01);
          const crossing = inversePrediction(fit, limit, band);
          const found = byBisection(fit, limit, band);
          // A parabola-like upper bound may dip below the limit between two grid points only.
          fc.pre(found !== null);
          expect(crossing.kind === 'crossing' ? crossing.low : NaN).toBeCloseTo(found ?? NaN, 6);
        }
      ),
      { numRuns: 60 }
    );
  });

  it('reads an exact line exactly', () => {
    expect(inversePrediction(fitted([1, 2, 3], [2, 4, 6]), 7, BAND)).toMatchObject({
      kind: 'crossing',
      low: 3.5,
      middle: 3.5,
    });
    expect(inversePrediction(fitted([1, 2, 3], [2, 4, 6]), -1, BAND)).toMatchObject({ kind: 'crossing', low: -0.5 });
  });

  it('leaves the upper end open when the lower bound never reaches the limit', () => {
    const uncertain = fitted([1, 2, 3, 4], [1, 4, 0, 5]);
    const crossing = inversePrediction(uncertain, 60, BAND);
    expect(crossing).toMatchObject({ kind: 'crossing', high: null });
    expect(crossing.kind === 'crossing' && crossing.low).toBeCloseTo(byBisection(uncertain, 60, BAND) ?? NaN, 6);
  });

  it.each([
    ['a falling line', [1, 2, 3], [3, 2, 1], 10, 'slope-not-positive'],
    ['a flat line', [1, 2, 3], [2, 2, 2], 10, 'slope-not-positive'],
    ['a band above the limit everywhere', [1, 2, 3, 4], [1, 4, 0, 5], 2, 'always-above'],
  ])('has no crossing for %s', (_, x, y, limit, reason) => {
    expect(inversePrediction(fitted(x, y), limit, BAND)).toEqual({ kind: 'none', reason });
  });

  it('refuses a limit that is not finite, by name', () => {
    expect(() => inversePrediction(fitted([1, 2, 3], [1, 2, 3]), NaN, BAND)).toThrow('invalid limit: NaN');
  });
});
