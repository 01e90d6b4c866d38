import { atBaseline } from '../atBaseline';
import type { Observation } from '../Observation';
import type { RampEvent } from '../RampEvent';
import type { Ending, StateOf } from '../RampState';
import { endNamed } from '../endNamed';
import { release } from '../release';
import { seen } from '../seen';
import { to, type Transition } from '../Transition';

type Verifying = StateOf<'verifying'>;

/** Time for traffic to show the baseline, and for the target to recover after it. */
const PATIENCE = 120_000;
/** Looks with a failing target after which a person is told. */
const FAILING = 2;

/** The way back is a load change too: baseline counts when the contract and the traffic show it, with all members serving. */
export function onVerifying(state: Verifying, event: RampEvent, now: number): Transition {
  return event.kind === 'observed' ? observed(state, event.observation, now) : to(state);
}

function observed(before: Verifying, observation: Observation, now: number): Transition {
  const { pool, share } = observation;
  const state = endNamed({ ...before, run: seen(before.run, observation, now) }, pool, true);
  const { run } = state;
  if (pool?.override?.runId === run.wireRunId) {
    // A write that was on its way came after the stop.
    return release({ ...run, endUntold: false }, state.outcome, now);
  }
  // Somebody else's override: our traffic is back, and what they do is theirs.
  const taken = (pool?.override ?? null) !== null;
  const byContract = taken || atBaseline(run, pool);
  const seenNow = byContract && share.from >= state.countFrom && share.state === 'agrees';
  const baselineAt = state.baselineAt ?? (seenNow ? now : null);
  if (taken || isBack(baselineAt, observation)) {
    return finish(state, { byContract, byMetrics: baselineAt !== null, baselineAt, recoveredAt: observation.recovered === true ? now : null }, now);
  }
  if (now - state.since > PATIENCE) {
    return giveUp(state, byContract, baselineAt, now);
  }
  return watchTarget({ ...state, baselineAt }, observation);
}

const isBack = (baselineAt: number | null, { recovered }: Observation): boolean => baselineAt !== null && recovered !== false;

function watchTarget(state: Verifying, { recovered }: Observation): Transition {
  const failingLooks = state.baselineAt !== null && recovered === false ? state.failingLooks + 1 : 0;
  if (failingLooks < FAILING || state.paged) {
    return to({ ...state, failingLooks });
  }
  return to({ ...state, failingLooks, paged: true }, { kind: 'page', text: `${state.run.plan.target} still fails after its traffic was given back: consider draining it` });
}

function giveUp(state: Verifying, byContract: boolean, baselineAt: number | null, now: number): Transition {
  if (byContract || baselineAt !== null) {
    return finish(state, { byContract: true, byMetrics: baselineAt !== null, baselineAt, recoveredAt: null }, now);
  }
  const ending = { releasedAt: state.since, baselineAt, byContract, byMetrics: false, recoveredAt: null };
  const { pool } = state.run.last ?? { pool: null };
  const known = pool === null ? 'the endpoint does not answer' : 'no override of this run is in force, but the pool is not as it was before';
  return to({ phase: 'finished', run: state.run, outcome: { kind: 'lost-control', reason: `the baseline could not be verified (the run was ending as: ${state.outcome.kind})`, known }, at: now, ending });
}

function finish(state: Verifying, ending: Omit<Ending, 'releasedAt'>, now: number): Transition {
  const warnings = ending.byMetrics ? state.run.warnings : [...state.run.warnings, 'the baseline was verified by the contract, not by traffic'];
  return to({ phase: 'finished', run: { ...state.run, warnings }, outcome: state.outcome, at: now, ending: { ...ending, releasedAt: state.since } });
}
