import { IN, STEPS, stopGuard, verdict } from './machineBench.fixture';
import { MachineBench } from './run.fixture';

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
