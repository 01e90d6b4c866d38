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

  it.each([
    [NaN, 10, 0.5],
    [1, -1, 0.5],
    [1, 10, 1.5],
  ])('refuses %p of %p at %p', (k, n, p) => expect(() => binomialUpperTail(k, n, p)).toThrow('invalid binomial'));
});
