import { base } from './base';

describe('base', () => {
  it('is the greatest need of the known limits', () => {
    const limits = { benchmark: 100, cpu: { cores: 2, secondsPerRequest: 0.01 } };
    expect(base(1000, 0, { skew: 1, limits })).toBe(10);
    expect(base(1000, 0, { skew: 1, limits: { ...limits, concurrency: { limit: 10, latencySeconds: 0.2 } } })).toBe(20);
  });

  it.each([-1, NaN, Infinity])('refuses a demand of %p by name', (demand) => {
    expect(() => base(demand, 0, { skew: 1, limits: { benchmark: 1 } })).toThrow(RangeError);
  });
});
