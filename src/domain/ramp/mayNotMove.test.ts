import type { Observation } from './Observation';
import { ending, IN, STEPS, verdict } from './machineBench.fixture';
import { MachineBench, pass } from './run.fixture';

describe('what never permits a step', () => {
  const doubts: Array<[string, Partial<Observation>]> = [
    ['stale evidence', { evidenceAgeMs: 10_500 }],
    ['a missing series', { missing: ['cpu of a'] }],
    ['a guard in doubt', { guards: [{ ...pass(), state: 'hold' }] }],
    ['a share that differs', { share: { state: 'differs', share: 0.1, requests: 1_000, from: 0, to: 1 } }],
    ['a share that cannot be measured', { share: { state: 'unmeasurable', share: null, requests: 3, from: 0, to: 1 } }],
    ['a contract that cannot be read', { pool: null, poolProblem: 'timeout' }],
  ];

  it.each(doubts)('%s', (_name, doubt) => {
    const bench = new MachineBench(STEPS).judging().look().look().look().look();
    bench.feed({ kind: 'judged', level: 1, verdict: verdict('permit') });
    bench.look(doubt, 1_000);
    expect(bench.all.filter((c) => c.kind === 'change')).toEqual([]);
  });

  it('evidence that was spent already', () => {
    const bench = new MachineBench(STEPS).judging().look().look().look().look();
    const { evidenceAt } = bench.observation();
    bench.feed({ kind: 'judged', level: 1, verdict: verdict('permit') }).look({ evidenceAt }, 1_000);
    expect(bench.all.filter((c) => c.kind === 'change')).toEqual([]);
  });

  it.each(['continue', 'inconclusive', 'stop'] as const)('a judge that says %s', (decision) => {
    const bench = new MachineBench(STEPS).judging().feed({ kind: 'judged', level: 1, verdict: verdict(decision) });
    bench.look().look().look();
    expect(bench.all.filter((c) => c.kind === 'change')).toEqual([]);
  });

  it('a permit for another level', () => {
    const bench = new MachineBench(STEPS).judging().feed({ kind: 'judged', level: 7, verdict: verdict('permit') });
    bench.look().look().look().look().look();
    expect(bench.all.filter((c) => c.kind === 'change')).toEqual([]);
  });

  it('an operator who holds, until resumed', () => {
    const bench = IN.holding().feed({ kind: 'judged', level: 1, verdict: verdict('permit') }).look().look().look();
    expect(bench.phase).toBe('holding');
    expect(bench.feed({ kind: 'resume', by: 'ed' }).phase).toBe('settling');
  });

  it('a tick that came late: hold, look again, settle anew', () => {
    const bench = new MachineBench(STEPS).judging().feed({ kind: 'woke-late', byMs: 4_000 });
    expect(bench.phase).toBe('holding');
    expect(bench.look().phase).toBe('settling');
  });

  it('a way back that is not free', () => {
    const bench = new MachineBench({ ...STEPS, course: { kind: 'steps', sharesBp: [2_500, 4_000] } }).judging().look().look().look().look();
    bench.feed({ kind: 'judged', level: 1, verdict: verdict('permit') }).look({ wayBack: { free: false, reason: 'the rest carries 300, demand is 500' } });
    expect(bench.all.filter((c) => c.kind === 'change')).toEqual([]);
    expect(ending(bench)).toBe('carried-plan');
  });
});
