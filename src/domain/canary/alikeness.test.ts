import { seededNormal } from '../stats/seededNormal';
import { lagCorrelation, unbiasedCorrelation } from '../stats/lagCorrelation';
import { alikeness } from './alikeness';

function wave(n: number, correlation: number, seed: number): number[] {
  const normal = seededNormal(seed);
  let value = normal();
  return Array.from({ length: n }, () => {
    value = correlation * value + Math.sqrt(1 - correlation ** 2) * normal();
    return value;
  });
}
const waves = (n: number, correlation: number, seed: number) => Array.from({ length: 5 }, (_, i) => wave(n, correlation, 100 * seed + i + 1));
const spread = (values: readonly number[]) => Math.sqrt(values.reduce((sum, v) => sum + (v - 0.4) ** 2, 0) / values.length);

describe('how alike neighbouring windows are', () => {
  it('is told far better by all instances than by one', () => {
    const seeds = Array.from({ length: 150 }, (_, i) => i + 1);
    const alone = seeds.map((seed) => unbiasedCorrelation(lagCorrelation(wave(90, 0.4, 100 * seed)) ?? 0, 90));
    const together = seeds.map((seed) => alikeness(wave(90, 0.4, 100 * seed), waves(90, 0.4, seed)) ?? NaN);
    expect(spread(together)).toBeLessThan(0.75 * spread(alone));
  });

  it('is the target’s own where that is clearly above its peers', () => expect(alikeness(wave(90, 0.8, 3), waves(90, 0, 3))).toBeGreaterThan(0.6));

  it.each<[string, readonly number[], ReadonlyArray<readonly number[]>, number | null]>([
    ['constant values everywhere', [1, 1, 1], [[1, 1, 1]], null],
    ['a peer with hardly any values', wave(60, 0.3, 5), [wave(10, 0.9, 6)], unbiasedCorrelation(lagCorrelation(wave(60, 0.3, 5)) ?? 0, 60)],
    ['no peers', wave(60, 0.3, 5), [], unbiasedCorrelation(lagCorrelation(wave(60, 0.3, 5)) ?? 0, 60)],
  ])('with %s', (_name, own, peers, expected) => expect(alikeness(own, peers)).toBe(expected));
});
