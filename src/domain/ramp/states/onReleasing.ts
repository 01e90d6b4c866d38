import type { Observation } from '../Observation';
import type { RampEvent } from '../RampEvent';
import type { StateOf } from '../RampState';
import { NO_ENDING } from '../release';
import { seen } from '../seen';
import { to, type Transition } from '../Transition';

type Releasing = StateOf<'releasing'>;

/** A stop without an answer is sent again: it is absolute and may be repeated for ever. */
const AGAIN_AFTER = 2_000;
/** On top of the lease: after that nobody here can do more. */
const PATIENCE = 120_000;

/** Gives the traffic back until the contract says that it is. */
export function onReleasing(state: Releasing, event: RampEvent, now: number): Transition {
  if (event.kind === 'answered' && event.call === 'stop') {
    return event.answer.kind === 'done' || event.answer.kind === 'pending' ? verifying(state, event.answer.pool?.at ?? null, now) : to(state, { kind: 'look' });
  }
  return event.kind === 'observed' ? observed(state, event.observation, now) : to(state);
}

function observed(state: Releasing, observation: Observation, now: number): Transition {
  const run = seen(state.run, observation, now);
  const { pool } = observation;
  const given = pool !== null && observation.startedAt >= state.since && pool.override?.runId !== run.wireRunId;
  if (given) {
    return verifying({ ...state, run }, pool.at, now);
  }
  if (now - state.since > PATIENCE + run.facts.ttlSeconds * 1000) {
    return lost({ ...state, run }, observation, now);
  }
  return now - state.sentAt >= AGAIN_AFTER ? to({ ...state, run, sentAt: now, tries: state.tries + 1 }, { kind: 'stop' }) : to({ ...state, run });
}

function verifying({ run, outcome }: Releasing, at: number | null, now: number): Transition {
  const countFrom = (at ?? run.last?.pool?.at ?? 0) + run.facts.propagationMaxMs;
  return to({ phase: 'verifying', run, outcome, since: now, countFrom, baselineAt: null, failingLooks: 0, paged: false }, { kind: 'look' });
}

function lost({ run, outcome, since }: Releasing, { pool, share }: Observation, now: number): Transition {
  const known = pool === null ? 'the endpoint does not answer; the lease has had time to lapse' : `the endpoint still shows an override${share.share === null ? '' : `, the measured share is ${(share.share * 100).toFixed(1)} %`}`;
  const reason = `the traffic could not be given back (the run was ending as: ${outcome.kind})`;
  return to(
    { phase: 'finished', run, outcome: { kind: 'lost-control', reason, known }, at: now, ending: { ...NO_ENDING, releasedAt: since } },
    { kind: 'page', text: `${reason}: ${known}` }
  );
}
