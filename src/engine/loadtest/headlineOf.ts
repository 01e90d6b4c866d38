import { OUTCOME_WORDS } from '../../domain/ramp/Outcome';
import type { Level } from '../../domain/ramp/CourseState';
import type { RampState } from '../../domain/ramp/RampState';

/** The state of a run in words. */
export function headlineOf(state: RampState): string {
  switch (state.phase) {
    case 'draft':
      return 'Not started';
    case 'preflight':
      return 'Checking before anything is moved';
    case 'rehearsal':
      return state.part === 'moving' ? `Rehearsing the way back with ${levelWords(state.level)}` : 'Letting the lease lapse and timing the way back';
    case 'acquiring':
      return state.level === null ? 'Waiting for fresh evidence' : `Taking the lease with ${levelWords(state.level)}`;
    case 'settling':
      return `Step ${state.level.index}: moving to ${levelWords(state.level)}, waiting until traffic follows`;
    case 'judging':
      return `Step ${state.level.index}: watching ${levelWords(state.level)}`;
    case 'confirming':
      return `Step ${state.level.index}: confirming ${levelWords(state.level)}`;
    case 'holding':
      return state.cause.kind === 'operator' ? `Held by ${state.cause.by} at ${levelWords(state.level)}` : `Held: this page slept for ${Math.round(state.cause.byMs / 1000)} s, looking again`;
    case 'backing-off':
      return `Backing off to ${levelWords(state.level)} until the target has recovered`;
    case 'releasing':
      return 'Giving the traffic back';
    case 'verifying':
      return 'Verifying the baseline by contract and by traffic';
    case 'finished':
      return OUTCOME_WORDS[state.outcome.kind];
  }
}

const levelWords = ({ shareBp, wantedRps }: Level): string => `${(shareBp / 100).toFixed(shareBp < 1000 ? 2 : 1)} % of traffic (${Math.round(wantedRps)} requests/s)`;
