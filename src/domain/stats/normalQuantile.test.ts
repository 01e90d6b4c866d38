import { normalCdf } from './normalCdf';
import { normalQuantile } from './normalQuantile';

// Reference values: scipy 1.17.1, stats.norm.ppf.
const QUANTILE: ReadonlyArray<readonly [p: number, z: number]> = [
  [1e-300, -37.0470962993612],
  [1e-20, -9.262340089798409],
  [1e-10, -6.361340902404056],
  [0.001, -3.090232306167813],
  [0.0249, -1.9616778690637864],
  [0.07, -1.4757910281791706],
  [0.0751, -1.4388253927525403],
  [0.3, -0.5244005127080409],
  [0.6, 0.2533471031357997],
  [0.92, 1.4050715603096329],
  [0.93, 1.475791028179171],
  [0.975, 1.959963984540054],
  [0.999999999999, 7.0344869100478356],
];

describe('normalQuantile', () => {
  it.each(QUANTILE)('of p = %p is %p to 1e-14 relative', (p, z) => {
    expect(Math.abs(normalQuantile(p) / z - 1)).toBeLessThan(1e-14);
  });

  it('is 0 in the middle and infinite at the ends', () => {
    expect([normalQuantile(0.5), normalQuantile(0), normalQuantile(1)]).toEqual([0, -Infinity, Infinity]);
  });

  it.each([-0.1, 1.1, NaN])('refuses p = %p by name', (p) => {
    expect(() => normalQuantile(p)).toThrow(`invalid probability: ${p}`);
  });

  it.each([1e-12, 1e-6, 0.01, 0.2, 0.425, 0.5, 0.925, 0.99])('undoes normalCdf at p = %p', (p) => {
    expect(normalCdf(normalQuantile(p)) / p).toBeCloseTo(1, 12);
  });
});
