import type { Observation } from './Observation';
import { ending, STEPS } from './machineBench.fixture';
import { MachineBench, pass } from './run.fixture';

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
