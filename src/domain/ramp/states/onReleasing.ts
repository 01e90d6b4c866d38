import type { Observation } from '../Observation';
import type { CallAnswer, RampEvent } from '../RampEvent';
import type { StateOf } from '../RampState';
import { endNamed } from '../endNamed';
import { NO_ENDING, yieldPool } from '../release';
import { seen } from '../seen';
import { to, type Transition } from '../Transition';

type Releasing = StateOf<'releasing'>;

/** A stop without an answer is sent again: it is absolute and may be repeated for ever. */
const AGAIN_AFTER = 2_000;
/** Longest wait for a read that tells why the lease is over, before the stop is sent all the same. */
const READ_PATIENCE = 5_000;
/** On top of the lease: after that nobody here can do more. */
const PATIENCE = 120_000;

/** Gives the traffic back until the contract says that it is. */
export function onReleasing(state: Releasing, event: RampEvent, now: number): Transition {
  if (event.kind === 'answered' && event.call === 'stop') {
    return stopAnswered(state, event.answer, now);
  }
  if (event.kind === 'stop' && state.tries === 0) {
    return sendStop(state, now);
  }
  return event.kind === 'observed' ? observed(state, event.observation, now) : to(state);
}

function stopAnswered(state: Releasing, answer: CallAnswer, now: number): Transition {
  return answer.kind === 'done' || answer.kind === 'pending' ? verifying(endNamed(state, answer.pool, true), answer.pool?.at ?? null, now) : to(state, { kind: 'look' });
}

const sendStop = (state: Releasing, now: number): Transition => to({ ...state, sentAt: now, tries: state.tries + 1 }, { kind: 'stop' });

function observed(before: Releasing, observation: Observation, now: number): Transition {
  const { pool } = observation;
  const state = endNamed({ ...before, run: seen(before.run, observation, now) }, pool, before.tries > 0);
  const { run } = state;
  if (state.tries === 0) {
    return asked(state, observation, now);
  }
  const given = pool !== null && observation.startedAt >= state.since && pool.override?.runId !== run.wireRunId;
  if (given) {
    return verifying(state, pool.at, now);
  }
  if (now - state.since > PATIENCE + run.facts.ttlSeconds * 1000) {
    return lost(state, observation, now);
  }
  return now - state.sentAt >= AGAIN_AFTER ? sendStop(state, now) : to(state);
}

/** The pool was asked why the lease is over. A stop follows, for what may still be on its way, unless the pool is somebody else's by now. */
function asked(state: Releasing, { pool, startedAt }: Observation, now: number): Transition {
  const { run, outcome } = state;
  const read = pool !== null && (startedAt >= state.since || !run.endUntold);
  if (!read) {
    return now - state.since >= READ_PATIENCE ? sendStop(state, now) : to(state);
  }
  const told = { ...run, endUntold: false };
  const taken = pool.override !== null && pool.override.runId !== run.wireRunId;
  return taken ? yieldPool(told, outcome, now) : sendStop({ ...state, run: told }, now);
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
