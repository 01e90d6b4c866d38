import { brentRoot } from './brentRoot';

// Reference values: R 4.2.2, uniroot(f, c(a, b), tol = t)$root.
const CASES: ReadonlyArray<readonly [string, (x: number) => number, number, number, number, number]> = [
  ['square root of 2', (x) => x * x - 2, 0, 2, 0.0001, 1.4142133199955025],
  ['the same, finer', (x) => x * x - 2, 0, 2, 1e-12, 1.4142135623731364],
  ['cosine', (x) => Math.cos(x) - x, -1, 2, 1e-08, 0.73908513321515146],
  ['a step', (x) => (x < 0.3 ? -1 : 1), 0, 1, 0.0001, 0.29998779296875],
  ['a flat cubic', (x) => (x - 1) ** 3, 0, 3, 0.0001, 0.9999785875987004],
  ['a root at an end', (x) => x - 5, 5, 9, 0.0001, 5],
  ['steep and far', (x) => Math.exp(x) - 1e9, 0, 50, 0.0001, 20.723267230109499],
];

describe('brentRoot', () => {
  it.each(CASES)('%s: the same number as R', (_, f, from, to, tolerance, root) => {
    expect(brentRoot(f, from, to, tolerance)).toBeCloseTo(root, 13);
  });

  it('ends where there is no change of sign', () => expect(Number.isFinite(brentRoot((x) => x * x + 1, -1, 2, 1e-4))).toBe(true));
});
