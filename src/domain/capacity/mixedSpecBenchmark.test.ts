import type { Benchmark } from './Benchmark';
import { mixedSpecBenchmark } from './mixedSpecBenchmark';

const NOW = Date.UTC(2026, 5, 1);
const context = { versions: ['v1'], now: NOW };
const of = (spec: string | null, low: number, at = NOW - 1000): Benchmark => ({
  origin: 'declared',
  low,
  high: null,
  at,
  by: 'ed',
  version: 'v1',
  spec,
  note: null,
  evidence: { origins: [] },
});

describe('a service on several instance specs', () => {
  it('is summed by spec: 3 x 100 + 1 x 300 = 600, 150 the average instance', () => {
    const choice = mixedSpecBenchmark(new Map([['small', 3], ['large', 1]]), [of('small', 100), of('large', 300)], context);
    expect(choice?.chosen).toMatchObject({ low: 150, high: null, spec: null });
    expect(choice?.chosen && 'evidence' in choice.chosen && choice.chosen.evidence.origins[0]).toMatchObject({
      lines: [expect.stringContaining('small: 3 × 100'), expect.stringContaining('large: 1 × 300'), expect.stringContaining('= 150')],
    });
  });

  it('is as old as the oldest of its parts, and stale for the reasons of each', () => {
    const old = NOW - 200 * 86_400_000;
    const choice = mixedSpecBenchmark(new Map([['a', 1], ['b', 1]]), [of('a', 10, old), of('b', 20)], context);
    expect(choice?.chosen).toMatchObject({ at: old });
    expect(choice?.stale.length).toBe(1);
  });

  it.each<[string, Partial<Benchmark>, Partial<Benchmark>, Partial<Benchmark>, number]>([
    ['of the version of all its parts', {}, {}, { version: 'v1' }, 0],
    ['of no one version where they differ, and stale for the old one', { at: NOW - 10, version: 'v1' }, { version: 'v0' }, { version: null }, 1],
    ['as good as the weakest of its parts', { origin: 'load-test' }, { at: NOW - 10, origin: 'declared' }, { origin: 'declared' }, 0],
  ])('is %s', (_name, a, b, expected, stale) => {
    const choice = mixedSpecBenchmark(new Map([['a', 1], ['b', 1]]), [{ ...of('a', 10), ...a }, { ...of('b', 20), ...b }], context);
    expect(choice?.chosen).toMatchObject(expected);
    expect(choice?.stale).toHaveLength(stale);
  });

  it.each([
    ['one spec only', new Map([['a', 4]]), [of('a', 10)]],
    ['no spec known', new Map<string, number>(), [of('a', 10)]],
    ['a spec without a benchmark', new Map([['a', 1], ['b', 1]]), [of('a', 10), of(null, 99)]],
    ['a spec with no whole instance', new Map([['a', 1], ['b', 0.4]]), [of('a', 10), of('b', 20)]],
  ])('says nothing with %s', (_name, specs, candidates) => expect(mixedSpecBenchmark(specs, candidates, context)).toBeNull());
});
