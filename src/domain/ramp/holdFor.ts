import type { RampEvent } from './RampEvent';
import type { HoldCause, LevelProgress } from './RampState';
import { to, type Transition } from './Transition';

/** An operator holds, or the loop woke late (the guard was off): no step from here on until it is clear again. */
export function holdFor({ run, level, call, countFrom }: Pick<LevelProgress, 'run' | 'level' | 'call' | 'countFrom'>, event: RampEvent, now: number): Transition | null {
  const cause = causeOf(event);
  return cause === null ? null : to({ phase: 'holding', cause, run, level, call, since: now, countFrom }, { kind: 'look' });
}

function causeOf(event: RampEvent): HoldCause | null {
  switch (event.kind) {
    case 'hold':
      return { kind: 'operator', by: event.by };
    case 'woke-late':
      return { kind: 'late-tick', byMs: event.byMs };
    default:
      return null;
  }
}
