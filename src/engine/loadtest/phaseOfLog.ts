import type { RampPhase } from '../../domain/ramp/RampState';
import type { RunLog } from '../../ports/RunStore';

const PHASES: Readonly<Record<RampPhase, true>> = {
  draft: true,
  preflight: true,
  rehearsal: true,
  acquiring: true,
  settling: true,
  judging: true,
  confirming: true,
  holding: true,
  'backing-off': true,
  releasing: true,
  verifying: true,
  finished: true,
};

const isPhase = (state: string): state is RampPhase => Object.hasOwn(PHASES, state);

/** What a run was doing by the last record of it that says so; `unknown` for a state that this version does not know. */
export function phaseOfLog({ records }: Pick<RunLog, 'records'>): RampPhase | 'unknown' {
  const last = records.flatMap((r) => (r.event === 'change' ? [r.state] : [])).at(-1);
  if (last === undefined) {
    // Its first record is written as it begins to look around.
    return records.some((r) => r.event === 'start') ? 'preflight' : 'unknown';
  }
  return isPhase(last) ? last : 'unknown';
}
