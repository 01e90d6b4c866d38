import { advance } from '../advance';
import { interrupt } from '../interrupt';
import { mayNotMove } from '../mayNotMove';
import { moving } from '../moving';
import type { RampEvent } from '../RampEvent';
import type { StateOf } from '../RampState';
import { release } from '../release';
import { seen } from '../seen';
import { to, type Transition } from '../Transition';

/** Time for the first good look, and for the lease. */
const PATIENCE = 90_000;

/** Waits for evidence good enough to move traffic on, takes the lease with the first level. */
export function onAcquiring(state: StateOf<'acquiring'>, event: RampEvent, now: number): Transition {
  const over = interrupt(state.run, event, now);
  if (over) {
    return over;
  }
  const { level } = state;
  if (level === null) {
    return event.kind === 'observed' ? begin(state, event, now) : to(state);
  }
  const moved = moving({ ...state, level }, event, now);
  if (moved.kind === 'over') {
    return release(moved.run, moved.outcome, now);
  }
  const run = event.kind === 'observed' ? seen(moved.progress.run, event.observation, now) : moved.progress.run;
  const next = { ...moved.progress, run };
  return next.call === null ? to({ ...next, phase: 'settling', since: now }, ...moved.commands) : to(next, ...moved.commands);
}

function begin(state: StateOf<'acquiring'>, { observation }: Extract<RampEvent, { kind: 'observed' }>, now: number): Transition {
  const run = seen(state.run, observation, now);
  const other = observation.pool?.override ?? null;
  const objection = other === null ? mayNotMove(run, observation, now) : `the pool: ${other.holder} holds it`;
  if (objection === null) {
    return advance(run, observation, now);
  }
  return now - state.since > PATIENCE ? release(run, { kind: 'inconclusive', missing: objection }, now) : to({ ...state, run });
}
