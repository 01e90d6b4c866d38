import { centred } from './centred';
import { lagCorrelation } from './lagCorrelation';
import { NIST_UNIVARIATE } from './nistUnivariate.fixture';

const off = (got: number, want: number): number => Math.abs(got / want - 1);
const meanOf = (values: readonly number[]): number => {
  const { mean, rest } = centred(values);
  return mean + rest;
};
const sdOf = (values: readonly number[]): number => Math.sqrt(centred(values).distances.reduce((sum, d) => sum + d * d, 0) / (values.length - 1));

/** Digits a double of 1e6 or 1e7 keeps of a scatter of 0.1 are fewer; all else is exact to the last ones. */
const TOLERANCE: Readonly<Record<string, number>> = { NumAcc3: 1e-9, NumAcc4: 1e-8 };

describe('NIST StRD, univariate summary statistics', () => {
  it.each(NIST_UNIVARIATE.map((set) => [set.name, set] as const))('%s', (name, { values, mean, sd, lagOne }) => {
    const tolerance = TOLERANCE[name] ?? 1e-12;
    expect(off(meanOf(values), mean)).toBeLessThan(1e-14);
    expect(off(sdOf(values), sd)).toBeLessThan(tolerance);
    expect(off(lagCorrelation(values) ?? NaN, lagOne)).toBeLessThan(tolerance);
  });
});

describe('centred', () => {
  // mpmath 1.4.1 with 60 digits, on the doubles given.
  it.each<[string, readonly number[], number]>([
    ['1e9 with differences of 1e-3', [1000000000.0003854, 1000000000.000289], 6.8193600890626543e-5],
    ['1e9 with differences of 1e-3, eight of them', [0.31, -1.2, 0.77, 2.04, -0.5, 0.08, 1.3, -0.9].map((v) => 1e9 + v / 1000), 0.0011081305484310167],
    ['epoch milliseconds an hour apart', [0, 1, 2, 3].map((h) => 1.7e12 + h * 3.6e6), 4647580.0154489003],
  ])('keeps the digits of a small scatter: %s', (_, values, sd) => {
    expect(off(sdOf(values), sd)).toBeLessThan(1e-12);
  });

  it.each([[[0.1, 0.1, 0.1]], [[1e9 + 0.1, 1e9 + 0.1]], [[7]]])('has no distances in equal values: %j', (values) => {
    expect(centred(values).distances).toEqual(values.map(() => 0));
    expect(meanOf(values)).toBe(values[0]);
  });

  it('has a mean where the sum is beyond the range of numbers', () => expect(meanOf([1.6e308, 1.2e308])).toBeCloseTo(1.4e308, -296));

  it.each([
    [[], 'the mean of no values is not defined'],
    [[1, NaN], 'invalid value: NaN'],
    [[Infinity, 1], 'invalid value: Infinity'],
  ])('refuses %j', (values, message) => {
    expect(() => centred(values)).toThrow(message);
    expect(() => centred(values)).toThrow(RangeError);
  });
});
