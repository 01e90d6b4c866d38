import { failLevel } from '../failLevel';
import { holdFor } from '../holdFor';
import { interrupt } from '../interrupt';
import { limitReached } from '../limitReached';
import { moving } from '../moving';
import type { Observation } from '../Observation';
import type { RampEvent } from '../RampEvent';
import type { StateOf } from '../RampState';
import { release } from '../release';
import { renewed, seen } from '../seen';
import { settleStep } from '../settleStep';
import { NOTHING_COUNTED } from '../tally';
import { to, type Transition } from '../Transition';

type Settling = StateOf<'settling'>;

/** Time for a share to arrive, on top of the endpoint's own propagation. */
const PATIENCE = 120_000;

/** Moves the share, and waits until commanded, reported and measured share agree. */
export function onSettling(state: Settling, event: RampEvent, now: number): Transition {
  const over = interrupt(state.run, event, now) ?? holdFor(state, event, now);
  if (over) {
    return over;
  }
  if (event.kind === 'answered' && event.call === 'renew') {
    return to({ ...state, run: { ...state.run, renewSentAt: null } });
  }
  const moved = moving(state, event, now);
  if (moved.kind === 'over') {
    return release(moved.run, moved.outcome, now);
  }
  if (event.kind !== 'observed') {
    return to(moved.progress, ...moved.commands);
  }
  const next = { ...moved.progress, run: seen(moved.progress.run, event.observation, now) };
  const failing = limitReached(event.observation);
  if (failing !== null && next.call === null) {
    return failLevel(next, NOTHING_COUNTED, failing, event.observation, now);
  }
  return next.call !== null ? to(next, ...moved.commands) : settle(next, event.observation, now);
}

function settle(state: Settling, observation: Observation, now: number): Transition {
  const { level, countFrom } = state;
  const { run, commands } = renewed(state.run, observation, now);
  if (countFrom === null || now - state.since > PATIENCE + run.facts.propagationMaxMs) {
    return release(run, { kind: 'inconclusive', missing: neverArrived(state, observation) }, now);
  }
  const step = settleStep(countFrom, state.agreed, observation);
  if (!step.settled) {
    return to({ ...state, run, countFrom: step.countFrom, agreed: step.agreed }, ...commands);
  }
  const phase = level.purpose === 'confirm' ? 'confirming' : 'judging';
  const lastSample = observation.evidenceAt ?? 0;
  return to({ phase, run, level, since: now, countFrom: step.countFrom, tallies: NOTHING_COUNTED, lastSample, verdict: null, settledAt: now }, ...commands);
}

function neverArrived({ level }: Settling, { share, pool }: Observation): string {
  const measured = share.share === null ? 'could not be measured' : `was ${(share.share * 100).toFixed(1)} %`;
  return `the share that was commanded: ${level.shareBp / 100} % was asked for, the endpoint reports ${pool?.effective.state ?? 'nothing'}, the measured share ${measured}`;
}
