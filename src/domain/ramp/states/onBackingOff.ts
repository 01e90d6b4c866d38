import { advance } from '../advance';
import { holdFor } from '../holdFor';
import { interrupt } from '../interrupt';
import { limitReached } from '../limitReached';
import { mayNotMove } from '../mayNotMove';
import { moving } from '../moving';
import type { Observation } from '../Observation';
import type { RampEvent } from '../RampEvent';
import type { StateOf } from '../RampState';
import { release } from '../release';
import { renewed, seen } from '../seen';
import { settleStep } from '../settleStep';
import { to, type Transition } from '../Transition';

type BackingOff = StateOf<'backing-off'>;

/** A target that still fails this long after its load was lowered is not left under load. */
const PATIENCE = 90_000;
/** The target must be clear for this long before it is loaded again. */
const CLEAR_FOR = 8_000;
/** Agreeing windows. */
const SETTLED = 2;

/** Lowers the share after a failed level and waits until the target has recovered. */
export function onBackingOff(state: BackingOff, event: RampEvent, now: number): Transition {
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
    return to({ ...moved.progress, since: state.since }, ...moved.commands);
  }
  const next = { ...moved.progress, since: state.since, run: seen(moved.progress.run, event.observation, now) };
  if (now - state.since > PATIENCE) {
    return release(next.run, stillFailing(next, event.observation), now);
  }
  return next.call === null ? recover(next, event.observation, now) : to(next, ...moved.commands);
}

function recover(state: BackingOff, observation: Observation, now: number): Transition {
  const clear = limitReached(observation) === null;
  const clearSince = clear ? (state.clearSince ?? now) : null;
  // Once settled the window is left to grow, so that the next good look finds a share.
  const settled = state.agreed >= SETTLED && observation.share.state !== 'differs';
  const step = settled ? { countFrom: state.countFrom, agreed: state.agreed } : settleStep(state.countFrom ?? 0, state.agreed, observation);
  const next = { ...state, clearSince, countFrom: step.countFrom, agreed: step.agreed };
  const recovered = clearSince !== null && now - clearSince >= CLEAR_FOR && step.agreed >= SETTLED;
  if (recovered && mayNotMove(next.run, observation, now) === null) {
    return advance(next.run, observation, now);
  }
  const { run, commands } = renewed(next.run, observation, now);
  return to({ ...next, run }, ...commands);
}

function stillFailing({ run }: BackingOff, observation: Observation) {
  const failing = limitReached(observation);
  const rps = run.maxRps > 0 ? run.maxRps : null;
  return failing === null
    ? ({ kind: 'inconclusive', missing: 'a settled share and a clear look after the back-off' } as const)
    : ({ kind: 'stopped-by-guard', guard: failing.id, rps, reason: `${failing.reason}; it lasted ${PATIENCE / 1000} s after the load was lowered` } as const);
}
