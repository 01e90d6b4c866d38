import type { Observation } from './Observation';
import { ending, IN, STEPS } from './machineBench.fixture';
import { MachineBench, report, STANDING } from './run.fixture';

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
