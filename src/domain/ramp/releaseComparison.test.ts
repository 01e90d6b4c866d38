import { releaseComparison, type EarlierBenchmark } from './releaseComparison';

const at = Date.UTC(2026, 4, 3);
const before = (over: Partial<EarlierBenchmark> = {}): EarlierBenchmark => ({ runId: 'r1', at, version: 'v1', spec: 'm5', interval: { mean: 205, low: 200, high: 210 }, ...over });
const now = { interval: { mean: 189, low: 184, high: 190 }, version: 'v2', spec: 'm5' };

describe('this release beside the one before', () => {
  it.each<[string, Parameters<typeof releaseComparison>[0], readonly EarlierBenchmark[], string]>([
    ['less', now, [before()], 'This release (v2) carries 8 % less per instance than v1 did (run r1 of 2026-05-03), interval -12 % to -5 %.'],
    ['more', { ...now, interval: { mean: 230, low: 228, high: 240 } }, [before()], 'This release (v2) carries 14 % more per instance than v1 did (run r1 of 2026-05-03), interval +9 % to +20 %.'],
    ['the same', { ...now, interval: { mean: 205, low: 200, high: 210 } }, [before()], 'This release (v2) carries as much per instance as v1 did (run r1 of 2026-05-03), interval -5 % to +5 %: the two cannot be told apart.'],
    ['of the same version', { ...now, version: 'v1' }, [before()], 'This run carries 8 % less per instance than run r1 of 2026-05-03, of the same version v1, interval -12 % to -5 %.'],
    ['open upwards', { ...now, interval: { mean: 189, low: 184, high: null } }, [before()], 'This release (v2) carries 8 % less per instance than v1 did (run r1 of 2026-05-03), interval -12 % to open: the two cannot be told apart.'],
    ['before it nothing', now, [], 'No earlier run of this service found a benchmark.'],
    ['before it only another machine', now, [before({ spec: 'm6' })], 'No earlier run on this instance spec found a benchmark.'],
    ['no benchmark', { ...now, interval: null }, [before()], 'This run gives no benchmark to compare.'],
  ])('%s', (_name, own, earlier, words) => expect(releaseComparison(own, earlier).words).toBe(words));

  it('is the newest of another version, else the newest', () => {
    const all = [before({ runId: 'old', at: at - 1 }), before({ runId: 'same', at: at + 5, version: 'v2' }), before({ runId: 'mid' })];
    expect(releaseComparison(now, all).comparison?.against.runId).toBe('mid');
    expect(releaseComparison(now, all.slice(1, 2)).comparison?.against.runId).toBe('same');
  });

  it('compares nothing with a benchmark of nothing', () => expect(releaseComparison(now, [before({ interval: { mean: 0, low: 0, high: 0 } })]).comparison).toBeNull());
});
