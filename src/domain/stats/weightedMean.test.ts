import { inflation } from './seriesNoise';
import { weightedInflation, weightedMean } from './weightedMean';

describe('weightedMean', () => {
  // Generalised least squares with the matrix r^|i-j|, by NumPy: 1'V^-1 x / 1'V^-1 1, variance 1 / 1'V^-1 1.
  it.each<[readonly number[], number, number, number]>([
    [[1, 2, 4], 0.5, 2.4, 0.6000000000000001],
    [[3, 1, 4, 1, 5, 9], 0.3, 4.104166666666667, 0.27083333333333337],
    [[2, 7], 0.9, 4.5, 0.9500000000000003],
    [[5], 0.5, 5.0, 1.0],
    [[1, 2, 3, 10], 0.0, 4.0, 0.25],
  ])('of %p correlated %p', (values, r, mean, variance) => {
    expect(weightedMean(values, r)).toBeCloseTo(mean, 12);
    expect(weightedInflation(values.length, r) / values.length).toBeCloseTo(variance, 12);
  });

  it('is never worse than the plain mean', () => {
    const cases = [2, 3, 6, 15, 90].flatMap((n) => [0, 0.2, 0.5, 0.9].map((r) => [weightedInflation(n, r), inflation(n, r)] as const));
    expect(cases.filter(([weighted, plain]) => weighted > plain + 1e-12)).toEqual([]);
  });

  it('has no digits less far from 0', () => expect(weightedMean([1e9 + 1, 1e9 + 2, 1e9 + 3], 0.4) - 1e9).toBeCloseTo(2, 6));
});
