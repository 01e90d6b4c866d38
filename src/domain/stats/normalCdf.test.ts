import { normalCdf } from './normalCdf';

// Reference values: mpmath 1.4.1 with 60 digits, erfc(-z / sqrt(2)) / 2.
const CDF: ReadonlyArray<readonly [z: number, p: number]> = [
  [-20, 2.7536241186062337e-89],
  [-10, 7.619853024160525e-24],
  [-6, 9.86587645037698e-10],
  [-5.7, 5.990371401063528e-9],
  [-5.65, 8.022391850663497e-9],
  [-3, 0.0013498980316300946],
  [-1.96, 0.024997895148220435],
  [-1, 0.15865525393145705],
  [-0.675, 0.249837882471777],
  [-0.6744, 0.2500285213729406],
  [-1e-5, 0.49999601057719606],
  [0, 0.5],
  [0.3, 0.6179114221889527],
  [1.1635, 0.8776866509381402],
  [4, 0.9999683287581669],
  [8, 0.9999999999999993],
];

describe('normalCdf', () => {
  it.each(CDF)('at z = %p is %p to 1e-14 relative', (z, p) => {
    expect(Math.abs(normalCdf(z) / p - 1)).toBeLessThan(1e-14);
  });

  it('reaches its limits and refuses NaN by name', () => {
    expect(normalCdf(-Infinity)).toBe(0);
    expect(normalCdf(Infinity)).toBe(1);
    expect(() => normalCdf(NaN)).toThrow(new RangeError('invalid z: NaN'));
  });
});
