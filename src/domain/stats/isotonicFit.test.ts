import { isotonicFit } from './isotonicFit';

const fitted = (values: readonly number[], weights: readonly number[] = values.map(() => 1)) => isotonicFit(values, weights).flatMap(({ level, from, to }) => Array.from({ length: to - from + 1 }, () => level));

describe('isotonicFit', () => {
  // SciPy's isotonic_regression.
  it.each<[string, readonly number[], readonly number[] | undefined, readonly number[]]>([
    ['rising already', [1, 2, 3], undefined, [1, 2, 3]],
    ['falling throughout', [3, 2, 1], undefined, [2, 2, 2]],
    ['weighted', [1, 2, 1.5, 3, 2.2, 2.1, 5], [1, 3, 1, 2, 2, 4, 1], [1, 1.875, 1.875, 2.35, 2.35, 2.35, 5]],
    ['one value', [4], undefined, [4]],
    ['none', [], undefined, []],
  ])('%s', (_name, values, weights, expected) => {
    const found = fitted(values, weights);
    expect(found).toHaveLength(expected.length);
    found.forEach((v, i) => expect(v).toBeCloseTo(expected[i] ?? NaN, 12));
  });

  it('refuses weights that do not fit', () => expect(() => isotonicFit([1, 2], [1])).toThrow('2 values and 1 weights'));
});
