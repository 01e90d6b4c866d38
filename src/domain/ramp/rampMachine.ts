import type { RampEvent } from './RampEvent';
import type { RampState } from './RampState';
import { onAcquiring } from './states/onAcquiring';
import { onBackingOff } from './states/onBackingOff';
import { onDraft } from './states/onDraft';
import { onHolding } from './states/onHolding';
import { onPreflight } from './states/onPreflight';
import { onRehearsal } from './states/onRehearsal';
import { onReleasing } from './states/onReleasing';
import { onSettling } from './states/onSettling';
import { onVerifying } from './states/onVerifying';
import { onWatching } from './states/onWatching';
import { to, type Transition } from './Transition';

/**
 * The load test as a state machine: one dispatch, pure. The same state, event and time give the same answer.
 * @param now the machine's time: monotonic, milliseconds, anchored to the keeper's clock when the run began
 */
export function step(state: RampState, event: RampEvent, now: number): Transition {
  switch (state.phase) {
    case 'draft':
      return onDraft(state, event, now);
    case 'preflight':
      return onPreflight(state, event, now);
    case 'rehearsal':
      return onRehearsal(state, event, now);
    case 'acquiring':
      return onAcquiring(state, event, now);
    case 'settling':
      return onSettling(state, event, now);
    case 'judging':
    case 'confirming':
      return onWatching(state, event, now);
    case 'holding':
      return onHolding(state, event, now);
    case 'backing-off':
      return onBackingOff(state, event, now);
    case 'releasing':
      return onReleasing(state, event, now);
    case 'verifying':
      return onVerifying(state, event, now);
    case 'finished':
      return to(state);
  }
}
