import * as fc from 'fast-check';
import { evaluateGuard } from './evaluateGuard';
import { counter, NOW, samples, SCRAPE, steady, subject } from './guards.fixture';
import type { GuardSpec } from './GuardSpec';
import type { RawSample } from './RawSample';

const common = { role: 'safety', on: 'target' } as const;
const specs = (strength: 'hard' | 'soft', confirmations: number): GuardSpec[] => [
  { ...common, strength, confirmations, id: 'e', kind: 'errors', part: 'errors', whole: 'requests', limit: 0.1, floor: 5 },
  { ...common, strength, confirmations, id: 'c', kind: 'cpu', seconds: 'requests', cores: 1, limit: 0.9 },
  { ...common, strength, confirmations, id: 'l', kind: 'latency', quantile: 0.99, limitSeconds: 1, floor: 1 },
  { ...common, strength, confirmations, id: 'p', kind: 'saturation', resource: 'pool', signal: 'requests', measure: 'gauge', capacity: 'errors', limit: 0.9 },
  { ...common, strength, confirmations, id: 'h', kind: 'hang', sent: 'requests', completed: 'errors', queue: null, retries: null, redispatches: null, share: 0.1, requests: 20, queueFloor: 5 },
];
const spec = fc.tuple(fc.constantFrom('hard' as const, 'soft' as const), fc.integer({ min: 1, max: 4 }), fc.nat(4)).map(([strength, k, i]) => specs(strength, k)[i] as GuardSpec);
const value = fc.oneof(fc.double(), fc.constantFrom(0, NaN, Infinity, -1, 1e-6, 1e9));
const series = fc.array(fc.record({ at: fc.integer({ min: NOW - 120_000, max: NOW + 5000 }), value }), { maxLength: 20 });
const given = (requests: readonly RawSample[], errors: readonly RawSample[]) => samples([subject({ requests: [requests], errors: [errors] }, { buckets: [{ le: 1, series: [errors] }, { le: Infinity, series: [requests] }] })]);

describe('every guard, whatever it is given', () => {
  it('answers with one of three verdicts and a reason, and never throws', () => {
    fc.assert(
      fc.property(spec, series, series, (guard, requests, errors) => {
        const { verdict, reason, distance } = evaluateGuard(guard, given(requests, errors), NOW);
        expect(['pass', 'hold', 'stop']).toContain(verdict);
        expect(reason).not.toBe('');
        expect(Number.isNaN(distance)).toBe(false);
      }),
      { seed: 1, numRuns: 500 }
    );
  });

  it('never passes on samples older than two scrapes, or of the future', () => {
    fc.assert(
      fc.property(spec, fc.oneof(fc.integer({ min: 2 * SCRAPE + 1, max: 600_000 }), fc.integer({ min: -86_400_000, max: -1001 })), (guard, age) => {
        const old = counter(steady(0.1, 12), { age });
        expect(evaluateGuard(guard, given(old, old), NOW).verdict).not.toBe('pass');
      }),
      { seed: 1, numRuns: 300 }
    );
  });

  it('gives the same answer whatever the order of samples', () => {
    const up = counter(steady(0.1, 12));
    fc.assert(
      fc.property(spec, fc.shuffledSubarray([...up], { minLength: up.length }), (guard, shuffled) => {
        expect(evaluateGuard(guard, given(shuffled, shuffled), NOW)).toEqual(evaluateGuard(guard, given(up, up), NOW));
      }),
      { seed: 1, numRuns: 200 }
    );
  });
});
