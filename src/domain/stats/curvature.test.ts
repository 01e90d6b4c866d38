import { curvature } from './curvature';
import { CARS, WOMEN } from './referenceData.fixture';

const RANGE = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];

describe('curvature', () => {
  // statsmodels 0.15.0, OLS(y, [1, x, x²]).fit().pvalues[2].
  it.each([
    ['cars', CARS, 0.1364024328037402, 1],
    ['women', WOMEN, 9.322439330101273e-9, 1],
  ])('of %s has the p of the quadratic term', (_, data, p, sign) => {
    const result = curvature(data.x, data.y);
    expect(result.ok && result.value.p / p).toBeCloseTo(1, 9);
    expect(result.ok && result.value.sign).toBe(sign);
  });

  it('measures the bend against the range of y', () => {
    // y = x² on 0..10: the chord's middle is 50, the parabola's 25: a quarter of the range of 100.
    const x = [0, 2, 4, 5, 6, 8, 10];
    const result = curvature(
      x,
      x.map((v) => v * v)
    );
    expect(result.ok && result.value.effect).toBeCloseTo(0.25, 12);
    expect(result.ok && result.value.p).toBeLessThan(1e-40);
  });

  it('tells upwards from downwards', () => {
    const down = curvature(
      RANGE,
      RANGE.map((v) => Math.sqrt(v))
    );
    expect(down.ok && down.value.sign).toBe(-1);
  });

  it.each([1e-6, 1, 1e9])('finds no bend in an exact line of scale %p', (scale) => {
    const result = curvature(
      RANGE.map((v) => v * scale),
      RANGE.map((v) => (3 + 0.7 * v) * scale)
    );
    expect(result.ok && result.value).toEqual({ n: 10, p: 1, sign: 0, effect: 0 });
  });

  it('finds no bend where y is constant', () => {
    const result = curvature(
      RANGE,
      RANGE.map(() => 4)
    );
    expect(result.ok && result.value.p).toBe(1);
  });

  it('does not change with the unit or the origin of x', () => {
    const y = WOMEN.y;
    const moved = curvature(
      WOMEN.x.map((v) => 1.7e12 + 1000 * v),
      y
    );
    const plain = curvature(WOMEN.x, y);
    expect(moved.ok && plain.ok && Math.abs(moved.value.p / plain.value.p - 1)).toBeLessThan(1e-6);
  });

  it('refuses what the line refuses', () => {
    expect(curvature([1, 2, 3, 4], [1e200, -1e200, 1e200, 0])).toMatchObject({ ok: false, error: { kind: 'beyond-range' } });
  });

  it.each([
    ['three points', [1, 2, 3], [1, 4, 9]],
    ['two different x', [1, 1, 2, 2], [1, 2, 3, 4]],
  ])('refuses %s', (_, x, y) => {
    expect(curvature(x, y)).toMatchObject({ ok: false, error: { kind: 'too-few-points' } });
  });
});
