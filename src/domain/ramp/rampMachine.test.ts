import type { ProblemCode } from '../routing/answerSchema';
import type { JudgeVerdict } from '../canary/Judge';
import type { OverrideEndCause } from '../routing/poolSchema';
import type { Observation } from './Observation';
import type { OutcomeKind } from './Outcome';
import type { RampPhase } from './RampState';
import { MachineBench, NOW, pass, plan, report, STANDING } from './run.fixture';

const STEPS = { course: { kind: 'steps', sharesBp: [2_500, 4_000] }, result: 'hold', dwellSeconds: 20 } as const;

const verdict = (decision: JudgeVerdict['decision']): JudgeVerdict => ({ judge: 'j', decision, reason: `said ${decision}`, nextLook: null, metrics: [], score: null });

const stopGuard = (role: 'safety' | 'limit') => ({ guards: [{ ...pass('cpu', role), state: 'stop' as const, reason: 'CPU of a: 95 %' }] });

/** How a run in `releasing` will end. */
const ending = (bench: MachineBench): OutcomeKind | null => ('outcome' in bench.state ? bench.state.outcome.kind : null);

/** A bench in each state in which a person may want to stop. */
const IN: Readonly<Record<Exclude<RampPhase, 'finished'>, () => MachineBench>> = {
  draft: () => new MachineBench(STEPS),
  preflight: () => new MachineBench(STEPS).feed({ kind: 'start', by: 'ed', only: 'run' }),
  rehearsal: () => new MachineBench(STEPS).feed({ kind: 'start', by: 'ed', only: 'run' }).feed({ kind: 'checked', report: report(), rehearsal: null }).look(),
  acquiring: () => new MachineBench(STEPS).started().look(),
  settling: () => new MachineBench(STEPS).started().look().accept(),
  judging: () => new MachineBench(STEPS).judging(),
  confirming: () => confirming(),
  holding: () => new MachineBench(STEPS).judging().feed({ kind: 'hold', by: 'ed' }),
  'backing-off': () => new MachineBench().judging().look(stopGuard('limit')),
  releasing: () => new MachineBench(STEPS).judging().feed({ kind: 'stop', by: 'ed' }),
  verifying: () => new MachineBench(STEPS).judging().feed({ kind: 'stop', by: 'ed' }).feed({ kind: 'answered', call: 'stop', key: '', answer: { kind: 'done', pool: null, leaseToken: null } }),
};

function confirming(): MachineBench {
  const bench = new MachineBench({ limits: { ...plan().limits, shareBp: 4_000 } }).judging();
  return bench.until('confirming');
}

describe('stop in every state', () => {
  it.each(Object.keys(IN) as Array<keyof typeof IN>)('%s', (phase) => {
    const bench = IN[phase]();
    expect(bench.phase).toBe(phase);
    const wrote = bench.all.some((c) => c.kind === 'acquire');
    bench.feed({ kind: 'stop', by: 'ann' });
    expect(['releasing', 'verifying', 'finished']).toContain(bench.phase);
    // Where something may have been written a stop is sent, at once.
    const sent = bench.all.some((c) => c.kind === 'stop');
    expect(sent).toBe(wrote);
    const writes = bench.all.filter((c) => c.kind === 'acquire' || c.kind === 'change').length;
    for (let i = 0; i < 60; i++) {
      bench.look();
    }
    expect(bench.all.filter((c) => c.kind === 'acquire' || c.kind === 'change')).toHaveLength(writes);
  });
});

describe('a run that goes well', () => {
  it('takes the lease with the first step, raises with proof only, gives back and verifies', () => {
    const bench = new MachineBench(STEPS).judging();
    bench.look().look().look().look();
    expect(bench.phase).toBe('judging');
    bench.feed({ kind: 'judged', level: 1, verdict: verdict('permit') }).look();
    expect(bench.sent).toMatchObject([{ kind: 'change', seq: 1, sharesBp: { a: 4_000 } }]);
    bench.accept().until('judging').feed({ kind: 'judged', level: 2, verdict: verdict('permit') }).until('releasing');
    bench.override = null;
    bench.shareBp = 2_000;
    bench.feed({ kind: 'answered', call: 'stop', key: '', answer: { kind: 'done', pool: bench.pool(), leaseToken: null } }).until('finished');
    expect(bench.state).toMatchObject({ outcome: { kind: 'carried-plan', interval: { high: null } }, ending: { byContract: true, byMetrics: true } });
  });

  it('rehearses first where no rehearsal stands, below the usual share, and lets the lease lapse', () => {
    const bench = IN.rehearsal();
    expect(bench.sent).toMatchObject([{ kind: 'acquire', sharesBp: { a: 1_000 } }]);
    bench.accept();
    for (let i = 0; i < 20 && !(bench.state.phase === 'rehearsal' && bench.state.part === 'lapsing'); i++) {
      bench.look();
    }
    bench.look();
    expect(bench.sent).toEqual([]);
    bench.override = null;
    bench.shareBp = 2_000;
    bench.until('acquiring');
    expect(bench.state).toMatchObject({ run: { rehearsal: { server: 'keeper 1' }, lease: null, wireRunId: 'r' } });
  });

  it('finds a limit by backing off and bisecting', () => {
    const bench = new MachineBench().judging();
    expect(bench.lastWrite().sharesBp).toEqual({ a: 4_000 });
    for (let i = 0; i < 12 && bench.lastWrite().sharesBp.a === 4_000; i++) {
      bench.look();
    }
    expect(bench.lastWrite().sharesBp).toEqual({ a: 8_000 });
    bench.accept().look(stopGuard('limit'));
    expect(bench.phase).toBe('backing-off');
    expect(bench.lastWrite().sharesBp.a).toBeLessThanOrEqual(4_000);
    bench.accept().until('settling');
    expect(bench.lastWrite().sharesBp.a).toBe(5_656);
  });
});

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
    bench.feed({ kind: 'judged', level: 1, verdict: verdict('permit') }).look({ wayBack: { free: false, reason: 'the rest carries 300, demand is 500', capRps: null } });
    expect(bench.all.filter((c) => c.kind === 'change')).toEqual([]);
    expect(ending(bench)).toBe('carried-plan');
  });
});

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
    bench.look({ pool: bench.pool({ override: null, lastEnd: { runId: 'r', cause, at: NOW } }) });
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
    expect([held.phase, ending(held), held.sent]).toEqual(['releasing', outcome, [{ kind: 'stop' }]]);
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

describe('renewal', () => {
  it('follows evidence, once for each', () => {
    const bench = new MachineBench(STEPS).judging().feed({ kind: 'answered', call: 'renew', key: '', answer: { kind: 'done', pool: null, leaseToken: null } });
    const evidenceAt = bench.now;
    bench.look({ evidenceAt }, 1_000);
    expect(bench.sent.map((c) => c.kind)).toEqual(['renew']);
    bench.feed({ kind: 'answered', call: 'renew', key: '', answer: { kind: 'done', pool: null, leaseToken: null } }).look({ evidenceAt }, 1_000);
    expect(bench.sent).toEqual([]);
  });

  it.each<[string, Partial<Observation>]>([
    ['old evidence', { evidenceAgeMs: 11_000 }],
    ['a missing series', { missing: ['x'] }],
    ['a safety guard in doubt', { guards: [{ ...pass('restarted', 'safety'), state: 'hold' }] }],
  ])('does not come with %s', (_name, over) => {
    const bench = new MachineBench(STEPS).judging().feed({ kind: 'answered', call: 'renew', key: '', answer: { kind: 'done', pool: null, leaseToken: null } });
    expect(bench.look(over, 1_000).sent).toEqual([]);
  });

  it('refused because the lease is over ends the run', () => {
    const bench = new MachineBench(STEPS).judging().feed({ kind: 'answered', call: 'renew', key: '', answer: { kind: 'refused', code: 'lease_expired', detail: 'over', retryAfterMs: null } });
    expect(ending(bench)).toBe('lost-control');
  });
});

describe('giving back', () => {
  it('is sent again until it is answered', () => {
    const bench = IN.releasing().feed({ kind: 'answered', call: 'stop', key: '', answer: { kind: 'unknown', message: 'lost' } });
    bench.look().look();
    expect(bench.all.filter((c) => c.kind === 'stop').length).toBeGreaterThanOrEqual(3);
  });

  it('that never succeeds ends as lost control, and a person is told', () => {
    const bench = IN.releasing();
    for (let i = 0; i < 60 && bench.phase !== 'finished'; i++) {
      bench.look();
    }
    expect(ending(bench)).toBe('lost-control');
    expect(bench.all.at(-1)).toMatchObject({ kind: 'page' });
  });

  it('counts when contract and traffic show it, not before', () => {
    const bench = IN.verifying();
    bench.look({ pool: bench.pool({ override: null, effective: { targetBp: 2_500, state: 'propagating' } }) });
    expect(bench.phase).toBe('verifying');
    bench.look({ pool: bench.pool({ override: null, effective: { targetBp: 2_000, state: 'applied' } }), share: { state: 'differs', share: 0.25, requests: 1_000, from: bench.now, to: bench.now + 1 } });
    expect(bench.phase).toBe('verifying');
    bench.look({ pool: bench.pool({ override: null, effective: { targetBp: 2_000, state: 'applied' } }) });
    expect(bench.state).toMatchObject({ phase: 'finished', outcome: { kind: 'stopped-by-operator' }, ending: { byMetrics: true } });
  });

  it('begins again when a delayed write turns up after the stop', () => {
    const bench = IN.verifying().look();
    expect(bench.phase).toBe('releasing');
    expect(bench.sent).toEqual([{ kind: 'stop' }]);
  });

  it('tells a person when the target still fails, once', () => {
    const bench = IN.verifying();
    const back = (): Partial<Observation> => ({ pool: bench.pool({ override: null, effective: { targetBp: 2_000, state: 'applied' } }), recovered: false });
    for (let i = 0; i < 5; i++) {
      bench.look(back());
    }
    expect(bench.all.filter((c) => c.kind === 'page')).toHaveLength(1);
  });

  it('nothing happens after the end', () => {
    const bench = new MachineBench(STEPS).feed({ kind: 'stop', by: 'ed' });
    const { state } = bench;
    bench.feed({ kind: 'start', by: 'x', only: 'run' }).look().feed({ kind: 'checked', report: report(), rehearsal: STANDING });
    expect(bench.state).toBe(state);
  });
});
