import { median } from './median';
import { medianAbsoluteDeviation } from './medianAbsoluteDeviation';
import { quantile } from './quantile';
import { robustSummary } from './robustSummary';

const WIDE = [3.1, 1e9, -2, 7, 1e-6, 7];

// Reference values: numpy 2.4.6, quantile (method "linear").
describe('quantile', () => {
  it.each([
    [0, -2],
    [0.1, -0.9999995],
    [0.25, 0.77500075],
    [0.5, 5.05],
    [0.77, 7],
    [0.95, 750000001.75],
    [1, 1e9],
  ])('q = %p is R type 7: %p', (q, value) => {
    expect(quantile(WIDE, q)).toBeCloseTo(value, 6);
  });

  it('leaves out what is not finite, wherever it stands', () => {
    expect(quantile([1, NaN, 3, 2], 0.5)).toBe(2);
    expect(quantile([NaN, Infinity, 5, -Infinity], 1)).toBe(5);
  });

  it('does not reorder its input', () => {
    const values = [3, 1, 2];
    quantile(values, 0.5);
    expect(values).toEqual([3, 1, 2]);
  });

  it.each([[[]], [[NaN, NaN]]])('of nothing (%p) is null', (values) => {
    expect(quantile(values, 0.5)).toBeNull();
    expect(median(values)).toBeNull();
    expect(medianAbsoluteDeviation(values)).toBeNull();
    expect(robustSummary(values)).toBeNull();
  });

  it.each([-0.1, 1.1, NaN])('refuses q = %p by name, also for no values', (q) => {
    expect(() => quantile([], q)).toThrow(`invalid quantile: ${q}`);
  });
});
