import { logGamma } from './logGamma';

// Reference values: mpmath 1.4.1 with 60 digits, loggamma(x).
const GAMMA: ReadonlyArray<readonly [x: number, value: number]> = [
  [1e-6, 13.815509980749432],
  [0.01, 4.599479878042022],
  [0.5, 0.5723649429247001],
  [1.5, -0.12078223763524522],
  [2.5, 0.2846828704729192],
  [3, 0.6931471805599453],
  [7.7, 7.926541356269005],
  [9.99, 12.779315214350193],
  [10, 12.801827480081469],
  [100, 359.1342053695754],
  [1e9, 19723265827.503716],
];

describe('logGamma', () => {
  it.each(GAMMA)('of %p is %p to 1e-13 relative', (x, value) => {
    expect(Math.abs(logGamma(x) / value - 1)).toBeLessThan(1e-13);
  });

  it('is 0 at 1 and 2, and close to 0 beside them', () => {
    expect([logGamma(1), logGamma(2)]).toEqual([0, 0]);
    expect(Math.abs(logGamma(1.0001) - -5.771334222047127e-5)).toBeLessThan(1e-14);
  });

  it.each([0, -1, NaN])('refuses %p by name', (x) => {
    expect(() => logGamma(x)).toThrow(`invalid argument of log gamma: ${x}`);
  });
});
