import { endOutcome } from './endOutcome';
import type { Goal } from './Plan';
import type { Run, StepRecord } from './RampState';
import { facts, plan } from './run.fixture';

const step = (rps: number, over: Partial<StepRecord> = {}): StepRecord => ({ index: 1, purpose: 'climb', shareBp: 100, offeredRps: rps, demand: { mean: rps, se: 2, n: 24 }, measuredShare: 0.1, errorRatio: 0, from: 0, to: 120_000, result: 'carried', why: '', verdict: null, ...over });
const failed = (rps: number, why: string): StepRecord => step(rps, { result: 'failed', why });
const confirmed = (rps: number, errorRatio: number | null = 0): StepRecord => step(rps, { purpose: 'confirm', errorRatio });
const runOf = (steps: readonly StepRecord[], goal: Goal | null = null) => ({ plan: plan({ goal }), facts: facts(), steps, lease: null, maxShare: 0.4 }) as unknown as Run;

describe('how a course ends', () => {
  it.each<[string, readonly StepRecord[], string]>([
    ['the lowest failure above what was carried, not the last', [step(200), failed(410, 'CPU of a: 91 %'), failed(800, 'p99 of a: 3 s'), confirmed(400)], 'CPU of a: 91 %'],
    ['none below it, which was chance', [failed(390, 'p99 of a: 3 s'), failed(410, 'CPU of a: 91 %'), failed(395, 'p99 of a: 3 s'), confirmed(400)], 'CPU of a: 91 %'],
  ])('names as the limit %s', (_, steps, limitedBy) => {
    expect(endOutcome(runOf(steps), 'limit-found', '')).toMatchObject({ kind: 'limit-found', limitedBy, interval: { mean: 400 } });
  });

  it('has no limit where traffic ran out', () => {
    expect(endOutcome(runOf([failed(390, 'p99 of a: 3 s'), confirmed(400)]), 'traffic-ran-out', 'the share ceiling of the plan')).toMatchObject({ kind: 'carried-plan', cappedBy: 'the share ceiling of the plan', interval: { high: null } });
  });

  it.each<[string, readonly StepRecord[], object]>([
    ['met where a step carried it', [failed(410, 'CPU of a: 91 %'), confirmed(400, 0.001)], { kind: 'goal-met', rps: 300 }],
    ['met by a lower step though the highest failed too many', [step(320, { purpose: 'step', errorRatio: 0.001 }), step(400, { purpose: 'step', errorRatio: 0.015 })], { kind: 'goal-met', rps: 300 }],
    ['missed where too many failed', [confirmed(400, 0.015)], { kind: 'goal-missed', carriedRps: 400, reason: '1.5 % of the requests failed at that demand; the goal allows 1 %' }],
    ['missed where less was carried', [failed(260, 'CPU of a: 91 %'), confirmed(250)], { kind: 'goal-missed', carriedRps: 250, reason: 'CPU of a: 91 %' }],
    ['not known where failures are not', [confirmed(400, null)], { kind: 'inconclusive', missing: 'the failures at 300 requests/s, of which the goal allows 1 %' }],
  ])('with a goal: %s', (_, steps, expected) => {
    expect(endOutcome(runOf(steps, { rps: 300, errorRatio: 0.01 }), steps.some((s) => s.result === 'failed') ? 'limit-found' : 'plan-carried', 'x')).toMatchObject(expected);
  });
});
