import * as fc from 'fast-check';
import { CARS, TIES, WOMEN } from './referenceData.fixture';
import { MOST_POINTS, theilSen } from './theilSen';

// scipy 1.17.1, stats.theilslopes(y, x, level), method "separate".
describe('theilSen', () => {
  it.each([
    ['cars', CARS, 0.95, 3.6666666666666665, -19, 2.933333333333333, 4.5],
    ['cars', CARS, 0.9, 3.6666666666666665, -19, 3, 4.285714285714286],
    ['women', WOMEN, 0.95, 3.375, -84.375, 3.125, 3.6666666666666665],
    ['women', WOMEN, 0.9, 3.375, -84.375, 3.1666666666666665, 3.6],
    ['ties', TIES, 0.95, 1.3333333333333333, 0.5, 1, 2],
    ['two points', { x: [0, 1], y: [1, 3] }, 0.95, 2, 1, 2, 2],
  ])('of %s agrees with SciPy', (_, data, level, slope, intercept, slopeLow, slopeHigh) => {
    const result = theilSen(data.x, data.y, level);
    expect(result.ok && result.value.slope).toBeCloseTo(slope, 12);
    expect(result.ok && result.value.intercept).toBeCloseTo(intercept, 10);
    expect(result.ok && result.value.slopeLow).toBeCloseTo(slopeLow, 12);
    expect(result.ok && result.value.slopeHigh).toBeCloseTo(slopeHigh, 12);
  });

  it('is not turned by a quarter of wild points', () => {
    const x = Array.from({ length: 40 }, (_, i) => i);
    const result = theilSen(
      x,
      x.map((v) => (v % 4 === 0 ? 1e9 : 3 * v + 1))
    );
    expect(result.ok && result.value.slope).toBeCloseTo(3, 9);
  });

  it('thins many points over the order of x, and says so', () => {
    // 24 values a day, noise by hour of day: every 24th point in time order would see one hour only.
    const x = Array.from({ length: 24 * 365 }, (_, i) => i);
    const result = theilSen(
      x,
      x.map((v) => 2 * v + 100 * Math.sin((v / 24) * 2 * Math.PI))
    );
    expect(result.ok && result.value).toMatchObject({ n: MOST_POINTS, thinned: 24 * 365 - MOST_POINTS });
    expect(result.ok && result.value.slope).toBeCloseTo(2, 1);
  });

  it('does not depend on the order of points', () => {
    const pairs = CARS.x.map((x, i) => [x, CARS.y[i] ?? 0] as const);
    const whole = theilSen(CARS.x, CARS.y);
    fc.assert(
      fc.property(fc.shuffledSubarray(pairs, { minLength: pairs.length }), (shuffled) => {
        const again = theilSen(
          shuffled.map((p) => p[0]),
          shuffled.map((p) => p[1])
        );
        expect(again).toEqual(whole);
      }),
      { numRuns: 20 }
    );
  });

  it('drops gaps and counts them', () => {
    expect(theilSen([0, 1, NaN, 2], [0, 2, 5, NaN])).toMatchObject({ ok: true, value: { n: 2, dropped: 2, slope: 2 } });
  });

  it.each([
    ['one point', [1], [1], 'too-few-points'],
    ['constant x', [2, 2, 2], [1, 2, 3], 'constant-x'],
  ])('refuses %s', (_, x, y, kind) => {
    expect(theilSen(x, y)).toMatchObject({ ok: false, error: { kind } });
  });

  it.each([0.4, 1, NaN])('refuses level %p by name', (level) => {
    expect(() => theilSen([1, 2], [1, 2], level)).toThrow(`invalid level of the interval: ${level}`);
  });
});
