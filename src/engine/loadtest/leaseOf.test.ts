import { facts, NOW, plan, report } from '../../domain/ramp/run.fixture';
import type { Level } from '../../domain/ramp/CourseState';
import type { Observation, PoolView } from '../../domain/ramp/Observation';
import type { RampState, Run } from '../../domain/ramp/RampState';
import { step } from '../../domain/ramp/rampMachine';
import { leaseOf } from './leaseOf';
import type { LeaseView } from './LeaseView';

const begun = step({ phase: 'draft', plan: plan(), runId: 'r' }, { kind: 'start', by: 'ed', only: 'run' }, NOW).state;
const acquiring = step(begun, { kind: 'checked', report: report(), rehearsal: { at: NOW, returnMs: 3_000, server: 'keeper 1' } }, NOW).state;
const base = 'run' in acquiring ? acquiring.run : null;

const level = { index: 1, purpose: 'step', shareBp: 3_000, wantedRps: 150 } as Level;

function judging(pool: Partial<PoolView> | null | undefined, over: Partial<Run> = {}): RampState {
  if (base === null) {
    throw new Error('the machine did not come past preflight');
  }
  const last = pool === undefined ? null : ({ pool, poolProblem: pool === null ? 'no answer in time' : null } as Observation);
  return { phase: 'settling', run: { ...base, wrote: true, last, ...over }, level, call: null, since: NOW, countFrom: null, agreed: 0 };
}

const override = (runId: string): PoolView['override'] => ({ leaseId: 1, runId, holder: 'ed', seq: 1, targetBp: 3_000, remainingMs: 9_000, hardRemainingMs: 99_000 });

it.each<[string, RampState, LeaseView]>([
  ['none before preflight is through', begun, { state: 'none' }],
  ['none before the first write', judging({ override: null }, { wrote: false }), { state: 'none' }],
  ['held, with the promise of its whole life', judging({ override: override('r') }), { state: 'held', remainingMs: 9_000, hardRemainingMs: 99_000, ttlSeconds: 20, enforcedBy: 'both', promiseMs: 20_000 + 1_000 + facts().propagationMaxMs }],
  ['not known before the first look', judging(undefined), { state: 'unknown', reason: 'the routing endpoint has not been read yet' }],
  ['not known at a look that failed', judging(null), { state: 'unknown', reason: 'the routing endpoint cannot be read, no answer in time' }],
  ['not known until a look shows the write', judging({ override: null }), { state: 'unknown', reason: 'the routing endpoint has not shown it yet' }],
])('the lease of a run that is driven here is %s', (_name, state, lease) => {
  expect(leaseOf(state)).toEqual(lease);
});

describe('on the way back', () => {
  const { run } = judging({ override: null }) as Extract<RampState, { phase: 'settling' }>;
  const outcome = { kind: 'stopped-by-operator', by: 'ann' } as const;
  const lost = { kind: 'lost-control', reason: 'x', known: 'the endpoint does not answer' } as const;
  const ending = { releasedAt: NOW, baselineAt: null, byContract: false, byMetrics: false, recoveredAt: null };

  it.each<[string, RampState, LeaseView]>([
    ['is none when the contract shows none', { phase: 'releasing', run, outcome, since: NOW, sentAt: NOW, tries: 1 }, { state: 'none' }],
    ['is none at an end that saw the traffic back', { phase: 'finished', run, outcome, at: NOW, ending: { ...ending, byContract: true } }, { state: 'none' }],
    ['is not known at an end that did not', { phase: 'finished', run, outcome: lost, at: NOW, ending }, { state: 'unknown', reason: 'the endpoint does not answer' }],
  ])('the lease %s', (_name, state, lease) => {
    expect(leaseOf(state)).toEqual(lease);
  });
});
