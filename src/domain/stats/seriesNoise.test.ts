import { inflation, seriesNoise } from './seriesNoise';
import { seededNormal } from './seededNormal';

function wave(n: number, correlation: number, sd: number, seed: number): number[] {
  const normal = seededNormal(seed);
  let value = sd * normal();
  return Array.from({ length: n }, () => {
    value = correlation * value + sd * Math.sqrt(1 - correlation ** 2) * normal();
    return value;
  });
}

describe('seriesNoise', () => {
  it.each([
    [0, 0.1],
    [0.3, 0.1],
    [0.6, 2],
  ])('finds correlation %p and sd %p in a long series', (correlation, sd) => {
    const noise = seriesNoise(wave(20_000, correlation, sd, 5));
    expect(noise?.correlation).toBeCloseTo(correlation, 1);
    expect((noise?.sd ?? 0) / sd).toBeCloseTo(1, 1);
  });

  it('is on the average not fooled by short series', () => {
    const found = Array.from({ length: 400 }, (_, i) => seriesNoise(wave(30, 0.3, 1, i))?.sd ?? 0);
    expect(found.reduce((a, b) => a + b, 0) / found.length).toBeCloseTo(1, 1);
  });

  it.each([
    ['too few values', [1, 2], null],
    ['constant values', [3, 3, 3, 3], { sd: 0, mean: 3 }],
  ])('%s', (_, values, expected) => (expected === null ? expect(seriesNoise(values)).toBeNull() : expect(seriesNoise(values)).toMatchObject(expected)));

  it.each([1e-6, 1, 1e9])('scales with its values: %p', (scale) => {
    const values = wave(50, 0.3, 1, 9);
    expect((seriesNoise(values.map((v) => v * scale))?.sd ?? 0) / scale).toBeCloseTo(seriesNoise(values)?.sd ?? NaN, 10);
  });
});

describe('seriesNoise, bad input', () => {
  it('refuses NaN by name', () => expect(() => seriesNoise([1, NaN, 2])).toThrow('invalid value: NaN'));
});

describe('inflation', () => {
  // 1 + 2 sum (1 - j/n) r^j by hand: n = 3, r = 0.5: 1 + 2 (2/3 0.5 + 1/3 0.25) = 1.8333...
  it.each([
    [3, 0.5, 11 / 6],
    [10, 0, 1],
    [1, 0.9, 1],
  ])('of %p values correlated %p is %p', (n, r, expected) => expect(inflation(n, r)).toBeCloseTo(expected, 12));
});
