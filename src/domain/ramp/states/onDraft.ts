import type { RampEvent } from '../RampEvent';
import type { StateOf } from '../RampState';
import { NO_ENDING } from '../release';
import { to, type Transition } from '../Transition';

export function onDraft(state: StateOf<'draft'>, event: RampEvent, now: number): Transition {
  const { plan, runId } = state;
  switch (event.kind) {
    case 'start':
      return to({ phase: 'preflight', plan, runId, by: event.by, only: event.only, since: now }, { kind: 'check' });
    case 'stop':
      return to({ phase: 'finished', run: null, outcome: { kind: 'stopped-by-operator', by: event.by }, at: now, ending: NO_ENDING });
    default:
      return to(state);
  }
}
