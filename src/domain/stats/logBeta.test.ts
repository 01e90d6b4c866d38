import { logBeta } from './logBeta';

// Reference values: mpmath 1.4.1 with 60 digits, log(beta(a, b)).
const BETA: ReadonlyArray<readonly [a: number, b: number, value: number]> = [
  [0.001, 1, 6.907755278982137],
  [0.5, 2.5, 0.16390063283767395],
  [3, 0.5, 0.06453852113757118],
  [10, 1000, -56.32058348093065],
  [50, 2.5, -9.532383817853827],
  [1e4, 1e6, -56105.217269733876],
  [5e8, 0.5, -9.442694385018532],
];

describe('logBeta', () => {
  it.each(BETA)('of %p and %p is %p to 1e-13 relative, in either order', (a, b, value) => {
    expect(Math.abs(logBeta(a, b) / value - 1)).toBeLessThan(1e-13);
    expect(logBeta(b, a)).toBe(logBeta(a, b));
  });

  it('refuses arguments that are not above 0', () => {
    expect(() => logBeta(0, 1)).toThrow('invalid arguments of log beta: 0, 1');
  });
});
