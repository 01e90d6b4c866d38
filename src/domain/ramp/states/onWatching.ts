import { advance } from '../advance';
import { ERRORS_OF_SAMPLE } from '../arming/requestGuards';
import { boundsOf } from '../bounds';
import { carriedBy } from '../course';
import { endOutcome } from '../endOutcome';
import { failLevel } from '../failLevel';
import { holdFor } from '../holdFor';
import { interrupt } from '../interrupt';
import { limitReached } from '../limitReached';
import { longestDwellMs } from '../longestDwellMs';
import { mayNotMove } from '../mayNotMove';
import type { Observation } from '../Observation';
import type { RampEvent } from '../RampEvent';
import type { RampPlan } from '../Plan';
import type { Run, StateOf, StepRecord } from '../RampState';
import { recordStep } from '../recordStep';
import { release } from '../release';
import { renewed, seen } from '../seen';
import { addTo } from '../tally';
import { to, type Transition } from '../Transition';

type WatchingState = StateOf<'judging'> | StateOf<'confirming'>;

/** A level held by guards alone, after it settled: with settling that makes 45 s while climbing and 60 s while bisecting. */
const GUARDED_DWELL = { climb: 31_000, bisect: 42_000 } as const;

/** The level is there: guards may fail it, the judge may permit the next. */
export function onWatching(state: WatchingState, event: RampEvent, now: number): Transition {
  const over = interrupt(state.run, event, now) ?? holdFor({ ...state, call: null }, event, now);
  if (over) {
    return over;
  }
  switch (event.kind) {
    case 'observed':
      return observed(state, event.observation, now);
    case 'judged':
      return judged(state, event, now);
    case 'answered':
      return to({ ...state, run: { ...state.run, renewSentAt: null } });
    default:
      return to(state);
  }
}

function judged(state: WatchingState, { level, verdict }: Extract<RampEvent, { kind: 'judged' }>, now: number): Transition {
  const { last } = state.run;
  if (level !== state.level.index || last === null) {
    return to(state);
  }
  if (verdict.decision === 'stop') {
    return failLevel(state, state.tallies, verdict, last, now);
  }
  if (verdict.decision === 'inconclusive') {
    return release(abandoned({ ...state, verdict }, last, verdict.reason), { kind: 'inconclusive', missing: `the judge's proof: ${verdict.reason}` }, now);
  }
  // A permit is spent on this very level only, and a later doubt takes it back.
  return to({ ...state, verdict });
}

function observed(state: WatchingState, observation: Observation, now: number): Transition {
  const before = seen(state.run, observation, now);
  const failing = limitReached(observation);
  if (failing !== null) {
    return failLevel({ ...state, run: before }, state.tallies, failing, observation, now);
  }
  const counted = count({ ...state, run: before }, observation);
  const objection = ready(counted, now) ? mayNotMove(counted.run, observation, now) : 'time';
  if (objection === null) {
    return carry(counted, observation, now);
  }
  return goOn(counted, observation, objection, now);
}

function goOn(state: WatchingState, observation: Observation, objection: string, now: number): Transition {
  const { run, commands } = renewed(state.run, observation, now);
  const next = { ...state, run };
  if (now - state.since > longestDwellMs(run.facts.scrapeMs)) {
    const missing = objection === 'time' ? "the judge's permit within the longest dwell" : objection;
    return release(abandoned(next, observation, missing), { kind: 'inconclusive', missing }, now);
  }
  if (observation.share.state === 'differs' && observation.share.from >= state.countFrom) {
    const { level } = state;
    return to({ phase: 'settling', run, level, call: null, since: now, countFrom: observation.share.to, agreed: 0 }, ...commands);
  }
  return to(next, ...commands);
}

function ready({ level, run, verdict, since }: WatchingState, now: number): boolean {
  const held = now - since;
  if (level.purpose === 'climb' || level.purpose === 'bisect') {
    return held >= GUARDED_DWELL[level.purpose];
  }
  return held >= run.plan.dwellSeconds * 1000 && verdict?.decision === 'permit';
}

function count(state: WatchingState, { evidenceAt, demand, guards }: Observation): WatchingState {
  if (evidenceAt === null || evidenceAt <= state.lastSample) {
    return state;
  }
  const { tallies } = state;
  const failing = guards.find(({ id }) => id === ERRORS_OF_SAMPLE)?.value ?? null;
  return { ...state, lastSample: evidenceAt, tallies: { demand: addTo(tallies.demand, demand.target), pool: addTo(tallies.pool, demand.pool), failures: addTo(tallies.failures, failing) } };
}

function carry(state: WatchingState, observation: Observation, now: number): Transition {
  const { level, verdict } = state;
  const why = verdict?.decision === 'permit' ? verdict.reason : 'no guard was passed';
  const record = recordStep(state, { tallies: state.tallies, observation, result: 'carried', why, verdict });
  const bounds = boundsOf(state.run, observation);
  const { course, end: learnt } = carriedBy(state.run.course, level, record.offeredRps, level.shareBp >= bounds.capBp - 1);
  const run = { ...state.run, course, steps: [...state.run.steps, record] };
  const end = learnt ?? (goalReached(run.plan, record) ? 'plan-carried' : null);
  return end === null ? advance(run, observation, now) : release(run, endOutcome(run, end, bounds.cappedBy), now);
}

/** What shall be proven has been asked of the target: more load would prove nothing more. */
const goalReached = ({ result, goal }: RampPlan, { purpose, demand }: StepRecord): boolean =>
  result === 'hold' && goal !== null && purpose === 'step' && demand !== null && demand.mean >= goal.rps;

const abandoned = (state: WatchingState, observation: Observation, why: string): Run => ({
  ...state.run,
  steps: [...state.run.steps, recordStep(state, { tallies: state.tallies, observation, result: 'abandoned', why, verdict: state.verdict })],
});
