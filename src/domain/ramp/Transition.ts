import type { RampCommand } from './RampCommand';
import type { RampState } from './RampState';

/** What a state makes of an event: the state after it, and what is to be done. */
export interface Transition {
  readonly state: RampState;
  readonly commands: readonly RampCommand[];
}

export const to = (state: RampState, ...commands: readonly RampCommand[]): Transition => ({ state, commands });
