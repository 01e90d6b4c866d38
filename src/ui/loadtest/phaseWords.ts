import type { ViewPhase } from '../../engine/loadtest/LoadTestView';

const WORDS: Readonly<Record<ViewPhase, string>> = {
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
  abandoned: 'Its driver has gone',
  unknown: 'State not known',
};

/** What a run is doing, in words. */
export const phaseWords = (phase: ViewPhase): string => WORDS[phase];
