import { binomialDensity } from './binomialDensity';

// Reference values: mpmath 1.4.1 with 40 digits.
describe('binomialDensity', () => {
  it.each([
    [50, 50, 0.5, 0.079589237387178761],
    [500_000, 500_000, 0.5, 0.00079788436133175009],
    [10, 20, 1e-3, 2.9449789146636348e-23],
    [66_075_470, 18_490_954, 0.7811961443172332, 4.6908508757405835e-7],
    [20, 99_999_980, 1e-7, 0.0018660805675662763],
    [12.5, 27.5, 0.3, 0.13307607957500254],
  ])('of %p and %p at %p', (a, b, p, expected) => expect(binomialDensity(a, b, p, 1 - p) / expected).toBeCloseTo(1, 11));
});
