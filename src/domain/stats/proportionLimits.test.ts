import { binomialUpperTail } from './binomialUpperTail';
import { proportionLimits } from './proportionLimits';

// Reference values: scipy 1.17.1, stats.beta.ppf and stats.binom.sf.
describe('proportionLimits', () => {
  it.each([
    [0, 500, 0.05, 0, 0.005973551516349557],
    [5, 500, 0.05, 0.003948329589176697, 0.020910322942267072],
    [2.5, 333.3, 0.05, 0.0017207833697945043, 0.020959719927487352],
    [500, 500, 0.05, 0.9940264484836504, 1],
    [12, 2000, 0.05, 0.0034656420245230976, 0.009703194529571085],
    [1, 1e6, 0.025, 2.5317807663794178e-8, 5.571630655166939e-6],
    [300_000, 1e6, 0.05, 0.2992461617632064, 0.3007546937651701],
  ])('%p of %p at %p', (successes, trials, alpha, lower, upper) => {
    const limits = proportionLimits(successes, trials, alpha);
    expect(limits.lower).toBeCloseTo(lower, 12);
    expect(limits.upper).toBeCloseTo(upper, 12);
  });

  // R 4.2.2: qbeta(alpha, k, n - k + 1) and qbeta(alpha, k + 1, n - k, lower.tail = FALSE), what binom.test takes; those of
  // 1 and 0 of 1e9 also by mpmath 1.4.1.
  it.each([
    [1, 1e9, 0.025, 2.531780798396938e-11, 5.5716433782031108e-9],
    [0, 1e9, 0.05, 0, 2.9957322690667851e-9],
    [3, 1e8, 1e-12, 1.8172031644341248e-12, 3.6733003337507626e-07],
  ])('keeps the digits of rare events: %p of %p at %p', (successes, trials, alpha, lower, upper) => {
    const limits = proportionLimits(successes, trials, alpha);
    expect(lower === 0 ? limits.lower : limits.lower / lower).toBeCloseTo(lower === 0 ? 0 : 1, 11);
    expect(limits.upper / upper).toBeCloseTo(1, 11);
  });

  it.each([
    [-1, 10, 0.05],
    [11, 10, 0.05],
    [0, 0, 0.05],
    [NaN, 10, 0.05],
    [1, 10, 0],
  ])('refuses %p of %p at %p', (successes, trials, alpha) => expect(() => proportionLimits(successes, trials, alpha)).toThrow('invalid proportion'));
});

describe('binomialUpperTail', () => {
  it.each([
    [0, 10, 0.3, 1],
    [5, 10, 0.5, 0.623046875],
    [11, 10, 0.5, 0],
    [10, 10, 0.9, 0.34867844010000004],
    [60, 1000, 0.05, 0.08673217838486103],
    [3, 1e6, 1e-6, 0.08030130510144962],
  ])('P(X >= %p) of %p at %p', (k, n, p, expected) => expect(binomialUpperTail(k, n, p)).toBeCloseTo(expected, 12));

  // R 4.2.2, pbinom(k - 1, n, p, lower.tail = FALSE).
  it.each([
    [200, 1000, 0.1, 2.9280548038287211e-21],
    [500_000, 1e6, 0.499, 0.022804041698684219],
    [66_075_470, 84_566_424, 0.7811961443172332, 0.00050204576067120789],
  ])('keeps its digits at any size: P(X >= %p) of %p at %p', (k, n, p, expected) => expect(binomialUpperTail(k, n, p) / expected).toBeCloseTo(1, 10));

  it.each([
    [NaN, 10, 0.5],
    [1, -1, 0.5],
    [1, 10, 1.5],
  ])('refuses %p of %p at %p', (k, n, p) => expect(() => binomialUpperTail(k, n, p)).toThrow('invalid binomial'));
});
