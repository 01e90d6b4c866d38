import { interrupt } from '../interrupt';
import { limitReached } from '../limitReached';
import { moving } from '../moving';
import type { Observation } from '../Observation';
import type { RampEvent } from '../RampEvent';
import type { StateOf } from '../RampState';
import { release } from '../release';
import { isFresh, renewed, seen } from '../seen';
import { to, type Transition } from '../Transition';

type Holding = StateOf<'holding'>;

/** Stays where it is. Guards may stop it; nothing raises it. */
export function onHolding(state: Holding, event: RampEvent, now: number): Transition {
  const over = interrupt(state.run, event, now);
  if (over) {
    return over;
  }
  switch (event.kind) {
    case 'resume':
      return to(settlingAgain(state, now), { kind: 'look' });
    case 'hold':
      return to({ ...state, cause: { kind: 'operator', by: event.by } });
    case 'answered':
      return event.call === 'renew' ? to({ ...state, run: { ...state.run, renewSentAt: null } }) : moved(state, event, now);
    case 'observed':
      return observed(state, event.observation, event, now);
    default:
      return to(state);
  }
}

function observed(state: Holding, observation: Observation, event: RampEvent, now: number): Transition {
  const run = seen(state.run, observation, now);
  const failing = limitReached(observation);
  if (failing !== null) {
    return release(run, { kind: 'stopped-by-guard', guard: failing.id, rps: run.maxRps > 0 ? run.maxRps : null, reason: failing.reason }, now);
  }
  if (state.call !== null) {
    return moved({ ...state, run }, event, now);
  }
  if (state.cause.kind === 'late-tick' && observation.pool !== null && isFresh(observation, run.facts.scrapeMs)) {
    return to(settlingAgain({ ...state, run }, now));
  }
  const renewal = renewed(run, observation, now);
  return to({ ...state, run: renewal.run }, ...renewal.commands);
}

/** A change that was on its way when the hold came still has to be understood; an unsure one is not repeated while held. */
function moved(state: Holding, event: RampEvent, now: number): Transition {
  const result = moving({ ...state, agreed: 0 }, event, now);
  if (result.kind === 'over') {
    return release(result.run, result.outcome, now);
  }
  const resent = result.commands.some((command) => command.kind === 'change' || command.kind === 'acquire');
  if (resent) {
    return to(state);
  }
  const { agreed: _agreed, ...next } = result.progress;
  return to(next, ...result.commands);
}

/** From the beginning of the level: what was seen while held does not count. */
function settlingAgain({ run, level, call, countFrom }: Holding, now: number): StateOf<'settling'> {
  const from = call === null ? Math.max(countFrom ?? 0, run.last?.pool?.at ?? 0) : countFrom;
  return { phase: 'settling', run, level, call, since: now, countFrom: from, agreed: 0 };
}
