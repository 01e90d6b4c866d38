import type { RampPhase } from '../../domain/ramp/RampState';

const WORDS: Readonly<Record<RampPhase, string>> = {
  draft: 'Not started',
  preflight: 'Looking at everything that must hold',
  rehearsal: 'Rehearsing the way back',
  acquiring: 'Taking the lease',
  settling: 'Waiting for traffic to follow',
  judging: 'Judging the step',
  confirming: 'Confirming the limit',
  holding: 'Holding',
  'backing-off': 'Backing off',
  releasing: 'Giving the traffic back',
  verifying: 'Verifying the baseline',
  finished: 'Finished',
};

/** What a run is doing, in words. */
export const phaseWords = (phase: RampPhase): string => WORDS[phase];
