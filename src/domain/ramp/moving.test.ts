import type { ProblemCode } from '../routing/answerSchema';
import type { OutcomeKind } from './Outcome';
import { ending, STEPS, verdict } from './machineBench.fixture';
import { MachineBench, pass, PROPAGATION } from './run.fixture';

describe('answers of the endpoint', () => {
  it.each<[ProblemCode, OutcomeKind]>([
    ['lease_held', 'inconclusive'],
    ['dirty_baseline', 'inconclusive'],
    ['drifted', 'lost-control'],
    ['lease_expired', 'lost-control'],
    ['run_ended', 'stopped-by-operator'],
    ['above_ceiling', 'inconclusive'],
    ['not_representable', 'inconclusive'],
    ['starves_pool', 'inconclusive'],
    ['frozen', 'stopped-by-operator'],
    ['restoring', 'lost-control'],
    ['unknown_target', 'inconclusive'],
  ])('%s ends the run: without a stop where no lease was given, with one under a lease', (code, outcome) => {
    const refusal = { kind: 'refused', code, detail: 'no', retryAfterMs: null } as const;
    const none = new MachineBench(STEPS).started().look().answer(refusal);
    expect([none.phase, ending(none), none.sent]).toEqual(['finished', outcome, []]);
    const held = new MachineBench(STEPS).judging().look().look().look().look();
    held.feed({ kind: 'judged', level: 1, verdict: verdict('permit') }).look().answer(refusal);
    // Where the endpoint says that the lease is over, the pool is read first: for the reason, and for who holds it now.
    const first = code === 'lease_expired' || code === 'run_ended' || code === 'restoring' ? 'look' : 'stop';
    expect([held.phase, ending(held), held.sent]).toEqual(['releasing', outcome, [{ kind: first }]]);
  });

  it('never stops the run of somebody else', () => {
    const bench = new MachineBench(STEPS).judging();
    const theirs = bench.override && { ...bench.override, runId: 'other', leaseId: 2, holder: 'ann' };
    bench.look({ pool: bench.pool({ override: theirs }) });
    bench.look({ pool: bench.pool({ override: theirs }) });
    expect(bench.phase).toBe('finished');
    expect(bench.all.filter((c) => c.kind === 'stop')).toEqual([]);
  });

  it.each<ProblemCode>(['revision_stale', 'step_too_soon', 'stale_evidence'])('%s: reads, then states the same wish anew with another key, at most three times', (code) => {
    const bench = new MachineBench(STEPS).started().look();
    const first = bench.lastWrite();
    bench.answer({ kind: 'refused', code, detail: 'no', retryAfterMs: null });
    expect(bench.sent).toEqual([{ kind: 'look' }]);
    bench.revision = 9;
    bench.look();
    expect(bench.lastWrite()).toMatchObject({ revision: 9, sharesBp: first.sharesBp });
    expect(bench.lastWrite().key).not.toBe(first.key);
    bench.answer({ kind: 'refused', code, detail: 'no', retryAfterMs: null }).look().answer({ kind: 'refused', code, detail: 'no', retryAfterMs: null });
    expect(ending(bench)).toBe('inconclusive');
  });

  it('an unknown outcome is read before anything else; the repeat carries the same key', () => {
    const bench = new MachineBench(STEPS).started().look();
    const first = bench.lastWrite();
    bench.answer({ kind: 'unknown', message: '504' });
    expect(bench.sent).toEqual([{ kind: 'look' }]);
    const before = bench.all.length;
    // A read that began before the answer tells nothing.
    bench.look({ startedAt: bench.now - 60_000 });
    expect(bench.all.slice(before).filter((c) => c.kind === 'acquire')).toEqual([]);
    bench.look();
    expect(bench.lastWrite().key).toBe(first.key);
  });

  it('takes no lease again while a guard is in doubt, whatever was clear when it was first asked for', () => {
    const bench = new MachineBench(STEPS).started().look().answer({ kind: 'unknown', message: '504' });
    const asked = () => bench.all.filter((c) => c.kind === 'acquire').length;
    bench.look({ guards: [{ ...pass(), state: 'hold' }] });
    expect([bench.phase, asked()]).toEqual(['acquiring', 1]);
    bench.look();
    expect(asked()).toBe(2);
  });

  it('a change whose answer was lost counts when the read shows it', () => {
    const bench = new MachineBench(STEPS).judging().look().look().look().look();
    bench.feed({ kind: 'judged', level: 1, verdict: verdict('permit') }).look().answer({ kind: 'unknown', message: '502' });
    bench.override = bench.override && { ...bench.override, seq: 1, targetBp: 4_000 };
    bench.shareBp = 4_000;
    bench.look();
    expect(bench.all.filter((c) => c.kind === 'change')).toHaveLength(1);
    expect(bench.state).toMatchObject({ phase: 'settling', call: null, run: { lease: { seq: 1, shareBp: 4_000 } } });
  });

  it('an unknown outcome that stays unknown ends the run', () => {
    const bench = new MachineBench(STEPS).started().look();
    for (let i = 0; i < 4; i++) {
      bench.answer({ kind: 'unknown', message: '504' }).look();
    }
    expect(ending(bench)).toBe('inconclusive');
    expect(bench.all.filter((c) => c.kind === 'acquire')).toHaveLength(3);
  });

  it('an answer that never comes is an unknown outcome', () => {
    const bench = new MachineBench(STEPS).started().look().look().look().look();
    expect(bench.all.some((c) => c.kind === 'look')).toBe(true);
  });

  it('accepted and not yet in force: no step until it is', () => {
    const bench = new MachineBench(STEPS).started().look();
    bench.override = { leaseId: 1, runId: 'r', holder: 'ed', seq: 0, targetBp: 2_500, remainingMs: 20_000, hardRemainingMs: 1e6 };
    const propagating = (): ReturnType<MachineBench['pool']> => bench.pool({ effective: { targetBp: 2_000, state: 'propagating' } });
    bench.answer({ kind: 'pending', pool: propagating(), leaseToken: 't' });
    bench.look({ pool: propagating() });
    expect(bench.phase).toBe('acquiring');
    bench.shareBp = 2_500;
    expect(bench.look().phase).toBe('settling');
  });

  it('403 of the proxy ends the run, 401 is tried again with the same key', () => {
    const bench = new MachineBench(STEPS).started().look();
    const { key } = bench.lastWrite();
    bench.answer({ kind: 'blocked', status: 401, message: 'rotate' }).look();
    expect(bench.lastWrite().key).toBe(key);
    bench.answer({ kind: 'blocked', status: 403, message: 'no' });
    expect(ending(bench)).toBe('inconclusive');
  });
});

describe('a share that the endpoint cannot read back', () => {
  /** The first level was accepted so by an endpoint that reads back or does not. */
  function written(readBack: boolean, kind: 'done' | 'pending'): MachineBench {
    const bench = new MachineBench(STEPS).started({ readBack }).look().accept({ kind: 'done', pool: null });
    return bench.answer({ kind, pool: bench.pool(UNTOLD), leaseToken: 't' });
  }
  const UNTOLD = { effective: { targetBp: null, state: 'unknown' } } as const;

  it.each(['done', 'pending'] as const)('counts from the longest propagation on when it is %s, and the measured share lets it settle', (kind) => {
    const bench = written(false, kind);
    expect(bench.state).toMatchObject({ phase: 'settling', countFrom: bench.now + PROPAGATION });
    bench.look({ pool: bench.pool(UNTOLD) }).look({ pool: bench.pool(UNTOLD) });
    expect(bench.phase).toBe('judging');
  });

  it('is not there while the measured share differs', () => {
    const bench = written(false, 'pending');
    for (let i = 0; i < 4; i++) {
      bench.look({ pool: bench.pool(UNTOLD), share: { state: 'differs', share: 0.2, requests: 1_000, from: bench.now, to: bench.now + 5_000 } });
    }
    expect(bench.phase).toBe('settling');
  });

  it('ends the run for what it is where the endpoint should be able to, before the lease is near its end', () => {
    const bench = written(true, 'done');
    for (let i = 0; i < 20 && ending(bench) === null; i++) {
      bench.look({ pool: bench.pool(UNTOLD) }, 1_000);
    }
    expect(bench.state).toMatchObject({ phase: 'releasing', outcome: { kind: 'inconclusive', missing: expect.stringContaining('13 s later the endpoint says of it: unknown') } });
  });
});
