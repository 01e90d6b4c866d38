import { benchmarkQuality } from './benchmarkQuality';
import { benchmark } from './serviceFacts.fixture';

describe('benchmarkQuality', () => {
  it.each([
    ['load-test', {}, 'measured'],
    ['declared', {}, 'declared'],
    ['passive', {}, 'estimated'],
    ['estimated', { extrapolated: true }, 'extrapolated'],
  ] as const)('of %s %p is %s', (origin, change, quality) => {
    expect(benchmarkQuality(benchmark(1, { origin, ...change }))).toBe(quality);
  });
});
