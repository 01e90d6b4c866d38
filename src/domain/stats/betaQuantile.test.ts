import { betaQuantile } from './betaQuantile';
import { incompleteBeta } from './incompleteBeta';

describe('betaQuantile', () => {
  // R 4.2.2, qbeta(p, a, b).
  it.each([
    [0.05, 2, 3, 0.097611462886414355],
    [0.95, 2, 3, 0.75139537426981839],
    [0.05, 0.5, 0.5, 0.0061558297024311365],
    [1e-10, 5, 2000, 1.3069614578229767e-5],
    [0.5, 300, 200, 0.60013343728588386],
    [0.05, 1, 1e9, 5.1293294386235068e-11],
  ])('%p of beta(%p, %p) is %p', (p, a, b, x) => {
    expect(betaQuantile(p, a, b).x / x).toBeCloseTo(1, 11);
    expect(incompleteBeta(x, a, b) / p).toBeCloseTo(1, 9);
  });

  it('keeps the digits of the end near 1 in the complement', () => {
    expect(betaQuantile(0.95, 1e9, 1).complement / 5.1293294386235068e-11).toBeCloseTo(1, 11);
  });

  it.each([0, 1, NaN, -1])('refuses p = %p by name', (p) => expect(() => betaQuantile(p, 1, 1)).toThrow(`invalid probability: ${p}`));

  it.each([
    [0, 1],
    [1, Infinity],
  ])('refuses a = %p and b = %p', (a, b) => expect(() => betaQuantile(0.3, a, b)).toThrow(RangeError));
});
