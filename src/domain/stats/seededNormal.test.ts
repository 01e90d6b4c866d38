import { seededNormal } from './seededNormal';
import { seededUniform } from './seededUniform';

const draw = (source: () => number, n: number) => Array.from({ length: n }, source);

describe('seeded sources', () => {
  it('repeats with the same seed and differs with another', () => {
    expect(draw(seededNormal(7), 5)).toEqual(draw(seededNormal(7), 5));
    expect(draw(seededNormal(7), 5)).not.toEqual(draw(seededNormal(8), 5));
  });

  it('stays inside (0, 1) and has the moments of a uniform', () => {
    const values = draw(seededUniform(1), 50_000);
    expect(Math.min(...values)).toBeGreaterThan(0);
    expect(Math.max(...values)).toBeLessThan(1);
    expect(values.reduce((a, b) => a + b, 0) / values.length).toBeCloseTo(0.5, 2);
  });

  it('has mean 0 and variance 1', () => {
    const values = draw(seededNormal(2), 50_000);
    const mean = values.reduce((a, b) => a + b, 0) / values.length;
    expect(mean).toBeCloseTo(0, 1);
    expect(values.reduce((a, b) => a + (b - mean) ** 2, 0) / values.length).toBeCloseTo(1, 1);
  });
});
