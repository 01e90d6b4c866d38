import { medianAbsoluteDeviation } from './medianAbsoluteDeviation';

const WIDE = [3.1, 1e9, -2, 7, 1e-6, 7];

// Reference values: scipy 1.17.1, stats.median_abs_deviation.
describe('medianAbsoluteDeviation', () => {
  it.each([
    [WIDE, 3.4999995],
    [[1, 1, 2, 2, 4, 6, 9], 1],
    [[5, 5, 5, 100], 0],
  ])('of %p is %p', (values, mad) => {
    expect(medianAbsoluteDeviation(values)).toBeCloseTo(mad, 9);
  });
});
