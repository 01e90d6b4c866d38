import type { OverrideEndCause } from '../routing/poolSchema';
import type { Observation } from './Observation';
import type { OutcomeKind } from './Outcome';
import { ending, STEPS, stopGuard } from './machineBench.fixture';
import { MachineBench, NOW, plan } from './run.fixture';

describe('what ends a run under way', () => {
  const cases: Array<[string, Partial<Observation>, OutcomeKind]> = [
    ['a safety guard', stopGuard('safety'), 'stopped-by-guard'],
    ['a limit guard in fixed steps', stopGuard('limit'), 'stopped-by-guard'],
    ['a share above its ceiling', { share: { state: 'above', share: 0.99, requests: 1_000, from: 0, to: 1 } }, 'stopped-by-guard'],
    ['too many requests harmed', { harmed: 1e9 }, 'stopped-by-guard'],
  ];

  it.each(cases)('%s', (_name, over, outcome) => {
    const bench = new MachineBench(STEPS).judging().look(over);
    expect([bench.phase, ending(bench)]).toEqual(['releasing', outcome]);
    expect(bench.sent).toEqual([{ kind: 'stop' }]);
  });

  it.each<[string, (bench: MachineBench) => Partial<ReturnType<MachineBench['pool']>>, OutcomeKind]>([
    ['the target is gone', () => ({ memberIds: ['b', 'c', 'd', 'e'], servingIds: ['b', 'c', 'd', 'e'] }), 'target-ejected'],
    ['the target is ejected', () => ({ servingIds: ['b', 'c', 'd', 'e'] }), 'target-ejected'],
    ['a peer dies', () => ({ servingIds: ['a', 'b', 'c', 'd'] }), 'stopped-by-guard'],
    ['a member joins', () => ({ memberIds: ['a', 'b', 'c', 'd', 'e', 'f'] }), 'stopped-by-guard'],
    ['somebody else holds the pool', (bench) => ({ override: bench.override && { ...bench.override, runId: 'other', leaseId: 2 } }), 'lost-control'],
  ])('%s', (_name, change, outcome) => {
    const bench = new MachineBench(STEPS).judging();
    bench.look({ pool: bench.pool(change(bench)) });
    expect(ending(bench)).toBe(outcome);
  });

  it.each<[OverrideEndCause, OutcomeKind]>([
    ['stopped', 'stopped-by-operator'],
    ['frozen', 'stopped-by-operator'],
    ['expired', 'lost-control'],
    ['lifetime', 'lost-control'],
    ['lost', 'lost-control'],
    ['keeper_restarted', 'lost-control'],
    ['diverged', 'lost-control'],
    ['router_error', 'lost-control'],
    ['membership_changed', 'stopped-by-guard'],
    ['ceiling', 'stopped-by-guard'],
  ])('the lease ended: %s', (cause, outcome) => {
    const bench = new MachineBench(STEPS).judging();
    bench.look({ pool: bench.pool({ override: null, lastEnd: { runId: 'r', cause, at: NOW, by: null } }) });
    expect(ending(bench)).toBe(outcome);
    for (let i = 0; i < 20; i++) {
      bench.look();
    }
    expect(bench.all.filter((c) => c.kind === 'acquire')).toHaveLength(1);
  });

  it('no data under load', () => {
    const bench = new MachineBench(STEPS).judging();
    const blind = { evidenceAt: null, evidenceAgeMs: null, missing: ['requests of a'] };
    bench.look(blind).look(blind).look(blind).look(blind);
    expect(bench.state).toMatchObject({ phase: 'releasing', outcome: { kind: 'stopped-by-guard', guard: 'stale-data' } });
    expect(bench.all.filter((c) => c.kind === 'renew').length).toBeLessThan(10);
  });

  it('a contract that stays unreadable', () => {
    const bench = new MachineBench(STEPS).judging();
    for (let i = 0; i < 6; i++) {
      bench.look({ pool: null, poolProblem: 'timeout' });
    }
    expect(ending(bench)).toBe('lost-control');
  });

  it('a share that never arrives', () => {
    const bench = new MachineBench(STEPS).started().look().accept();
    for (let i = 0; i < 40 && bench.phase === 'settling'; i++) {
      bench.look({ share: { state: 'differs', share: 0.2, requests: 1_000, from: bench.now, to: bench.now + 5_000 } });
    }
    expect(bench.state).toMatchObject({ outcome: { kind: 'inconclusive', missing: expect.stringContaining('share') } });
  });

  it('the longest duration', () => {
    const bench = new MachineBench({ ...STEPS, limits: { ...plan().limits, runSeconds: 60 } }).judging();
    for (let i = 0; i < 20; i++) {
      bench.look();
    }
    expect(ending(bench)).toBe('inconclusive');
  });
});
