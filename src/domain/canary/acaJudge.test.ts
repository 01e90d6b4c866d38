import { acaJudge } from './acaJudge';
import { canaryConfig, canaryMetric } from './aca/canary.fixture';
import type { JudgeInput, JudgeWindow } from './Judge';

const window = (i: number, target: number | null, peers: readonly number[]): JudgeWindow => {
  const reading = (v: number | null) => ({ demand: 10, requests: 200, errors: 0, values: { latency: v } });
  return { from: i * 20_000, to: (i + 1) * 20_000, target: reading(target), peers: peers.map(reading) };
};
const run = (n: number, of: (i: number) => number | null): JudgeWindow[] => Array.from({ length: n }, (_, i) => window(i, of(i), [100 + (i % 5), 101 + ((i * 3) % 5), 500]));
const judge = (n: number, of: (i: number) => number | null, over: Partial<JudgeInput> = {}, metrics = [canaryMetric()]) =>
  acaJudge(canaryConfig(metrics), 'peers').judge({ mode: 'hold', metrics: [], windows: run(n, of), preRun: run(30, () => 100), seed: 1, ...over });

describe('acaJudge', () => {
  const healthy = (i: number) => 100.5 + ((i * 2) % 5);
  const slow = (i: number) => 160 + (i % 5);

  it.each([
    ['waits for the first look', judge(5, slow), 'continue', 6],
    ['permits what is alike', judge(6, healthy), 'permit', null],
    ['stops what is slower', judge(6, slow), 'stop', null],
    ['waits for what has no data, for which the original scores 0', judge(6, () => null), 'continue', 10],
    ['never takes missing data for a failure of the load', judge(15, () => null), 'inconclusive', null],
    ['stops where data that must be there are missing', judge(6, () => null, {}, [canaryMetric({ mustHaveData: true })]), 'stop', null],
    ['stops where a critical metric has no data', judge(6, () => null, {}, [canaryMetric({ critical: true })]), 'stop', null],
  ])('%s', (_, verdict, decision, nextLook) => expect([verdict.decision, verdict.nextLook]).toEqual([decision, nextLook]));

  it('judges the failed share of requests without a query', () => {
    const failing = (errors: number) => ({ demand: 10, requests: 200, errors, values: {} });
    const windows = Array.from({ length: 6 }, (_, i) => ({ from: i, to: i + 1, target: failing(20 + i), peers: [failing(1 + (i % 2)), failing(1), failing(2)] }));
    const verdict = acaJudge(canaryConfig([canaryMetric({ name: 'errors' })]), 'peers').judge({ mode: 'hold', metrics: [], windows, preRun: [], seed: 1 });
    expect(verdict).toMatchObject({ decision: 'stop', metrics: [{ name: 'errors', label: 'High' }] });
  });

  it('compares with the target before the run when asked to', () => {
    const verdict = acaJudge(canaryConfig([canaryMetric()]), 'pre-run').judge({ mode: 'hold', metrics: [], windows: run(6, slow), preRun: run(30, slow), seed: 1 });
    expect(verdict.decision).toBe('permit');
  });

  it('never permits on a metric without data, although the original scores 100', () => {
    const metrics = [canaryMetric(), canaryMetric({ name: 'gone' }), canaryMetric({ name: 'same', groups: ['b'] })];
    const full = (n: number) => run(n, healthy).map((w) => ({ ...w, target: { ...w.target, values: { ...w.target.values, same: 1 } }, peers: w.peers.map((p) => ({ ...p, values: { ...p.values, same: 1 } })) }));
    const of = (n: number) => acaJudge(canaryConfig(metrics), 'peers').judge({ mode: 'hold', metrics: [], windows: full(n), preRun: [], seed: 1 });
    expect(of(6)).toMatchObject({ score: 100, decision: 'continue', nextLook: 10 });
    expect(of(15)).toMatchObject({ score: 100, decision: 'inconclusive', nextLook: null, reason: expect.stringContaining('gone (Nodata) cannot permit') });
  });

  it('never permits when every metric is muted', () => expect(judge(15, healthy, {}, [canaryMetric({ muted: true })]).decision).toBe('inconclusive'));

  it.each<[string, (i: number) => number]>([
    ['all infinite, as a p99 above the last bucket', () => Infinity],
    ['one infinite value', (i) => (i === 3 ? Infinity : healthy(i))],
  ])('never permits on infinite values, which pass in the original: %s', (_, of) => {
    expect(judge(15, of)).toMatchObject({ score: 100, decision: 'inconclusive', reason: expect.stringContaining('latency (infinite values) cannot permit') });
  });

  it('explains itself', () => {
    const [metric] = judge(6, slow).metrics;
    expect(metric).toMatchObject({ name: 'latency', label: 'High', decision: 'stop', samples: { target: 6, control: 6 }, rule: 'latency was classified as High', counts: true });
    expect(metric?.flip).toMatch(/^Pass needs limits \([\d.]+ to [\d.]+\) that reach [\d.]+ or less$/);
  });
});
