import { monotoneCubic } from './monotoneCubic';

const on = (xs: readonly number[], ys: readonly number[]) => monotoneCubic(xs.map((x, i) => ({ x, y: ys[i] ?? NaN })));

describe('monotoneCubic', () => {
  // SciPy's PchipInterpolator.
  it.each<[string, readonly number[], readonly number[], readonly number[], readonly number[]]>([
    ['a queue near its limit', [20, 45, 80, 100, 118], [0.021, 0.0215, 0.028, 0.049, 0.19], [20, 30, 60, 90, 110, 117, 118], [0.021, 0.02109304579025111, 0.022989508105415616, 0.034650275918141404, 0.10763386857881699, 0.1789880816516687, 0.19]],
    ['three points, one step flat', [1, 2, 4], [1, 1, 3], [1.5, 3, 3.5], [1, 1.5833333333333333, 2.21875]],
    ['up and down', [0, 1, 3, 4, 7], [5, 2, 2, 8, -1], [0.25, 2, 3.5, 5, 6.5], [3.96875, 2, 5, 7.666666666666667, 2.791666666666667]],
    ['two points', [1, 3], [2, 8], [1.5, 2], [3.5, 5]],
    ['one point', [1], [2], [1], [2]],
  ])('agrees with the reference: %s', (_name, xs, ys, at, expected) => {
    const curve = on(xs, ys);
    at.forEach((x, i) => expect(curve(x)).toBeCloseTo(expected[i] ?? NaN, 12));
  });

  it('never extrapolates', () => {
    const curve = on([1, 2], [1, 2]);
    expect([curve(0.99), curve(2.01), curve(NaN)]).toEqual([null, null, null]);
  });

  it('never falls where its points rise', () => {
    const curve = on([1, 1.1, 5, 5.2, 9], [0.01, 0.02, 0.021, 0.4, 0.41]);
    const values = Array.from({ length: 161 }, (_, i) => curve(1 + i * 0.05) ?? -1);
    expect(values.slice(1).every((v, i) => v >= (values[i] ?? 0) - 1e-15)).toBe(true);
  });
});
