import * as fc from 'fast-check';
import { studentTCdf } from './studentTCdf';
import { studentTQuantile } from './studentTQuantile';

const QUANTILE: ReadonlyArray<readonly [p: number, df: number, t: number]> = [
  [1e-300, 1, -3.1830988618379067e299],
  [1e-300, 1.5, -5.219469427344637e199],
  [1e-150, 0.75, -2.101980220880717e199],
  [1e-10, 3, -2225.7692846830932],
  [0.025, 10, -2.228138851986275],
  [0.05, 1e5, -1.6448688647849696],
  [0.26, 5, -0.691568936647646],
  [0.5000001, 1, 3.1415926519363007e-7],
  [0.5000001, 10, 2.5699780335778006e-7],
  [0.75, 0.5, 1.5537739740300374],
  [0.95, 34, 1.6909242551868544],
  [0.975, 1, 12.706204736174694],
  [0.975, 2, 4.302652729749462],
  [0.995, 1000, 2.5807546980659506],
  [0.9999, 100, 3.8615997909500908],
];

describe('studentTQuantile', () => {
  it.each(QUANTILE)('of p = %p with %p degrees of freedom is %p to 1e-13 relative', (p, df, t) => {
    expect(Math.abs(studentTQuantile(p, df) / t - 1)).toBeLessThan(1e-13);
  });

  it('is 0 in the middle and infinite at the ends', () => {
    expect([0.5, 0, 1].map((p) => studentTQuantile(p, 3))).toEqual([0, -Infinity, Infinity]);
  });

  it.each([
    [1e-25, 0.1, -1.6044257056665184e246],
    [1e-20, 0.1, -1.6044257056665287e196],
  ])('of p = %p with %p degrees of freedom is %p to 1e-12 relative', (p, df, t) => {
    expect(Math.abs(studentTQuantile(p, df) / t - 1)).toBeLessThan(1e-12);
  });

  it('is infinite where it is beyond the range of numbers', () => expect(studentTQuantile(1e-40, 0.1)).toBe(-Infinity));

  it('is undone by studentTCdf for any probability and degrees of freedom', () => {
    const probability = fc.double({ min: 1e-10, max: 0.5, noNaN: true });
    const degrees = fc.double({ min: 0.5, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(probability, degrees, (p, df) => Math.abs(studentTCdf(studentTQuantile(p, df), df) / p - 1) < 1e-11)
    );
  });

  it.each([
    [-0.1, 3],
    [1.1, 3],
    [NaN, 3],
    [0.3, 0],
    [0.3, Infinity],
  ])('refuses p = %p with %p degrees of freedom', (p, df) => {
    expect(() => studentTQuantile(p, df)).toThrow(RangeError);
  });
});
