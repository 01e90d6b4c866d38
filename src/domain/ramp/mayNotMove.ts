import type { Observation } from './Observation';
import type { Run } from './RampState';
import { isFresh } from './seen';

/** Commanded and reported share agree within this part, or the router's own step. */
const CLOSE = 0.1;

/**
 * Why the share must not be moved on this look; null = it may. Commanded, reported and measured share agree, all evidence
 * is fresh and not yet spent, every guard passes, nothing is in flight. Whether the way back is free caps the next level (`boundsOf`).
 */
export function mayNotMove(run: Run, observation: Observation, now: number): string | null {
  const { pool, share, guards, evidenceAt, missing } = observation;
  if (pool === null) {
    return `the routing endpoint could not be read (${observation.poolProblem ?? 'no answer'})`;
  }
  if (!isFresh(observation, run.facts.scrapeMs)) {
    return `fresh samples of ${missing.length > 0 ? missing.slice(0, 3).join(', ') : 'every required series'}`;
  }
  if (evidenceAt === null || evidenceAt <= run.spentEvidence) {
    return 'samples newer than those already used';
  }
  const doubt = guards.find((guard) => guard.state !== 'pass');
  if (doubt) {
    return `a clear guard: ${doubt.title}, ${doubt.reason}`;
  }
  if (share.state !== 'agrees') {
    return 'a measured share that agrees with the reported one';
  }
  if (now < run.waitUntil) {
    return 'the wait the endpoint asked for';
  }
  return reported(run, pool.effective.targetBp, pool.effective.state);
}

function reported({ lease, facts }: Run, targetBp: number | null, state: string): string | null {
  const commanded = lease?.shareBp ?? facts.baselineBp;
  if (state === 'propagating' || state === 'diverged') {
    return `a share in force (the endpoint says ${state})`;
  }
  const close = targetBp === null || Math.abs(targetBp - commanded) <= Math.max(CLOSE * commanded, facts.shareStepBp);
  return close ? null : `a reported share near the commanded one (${(targetBp ?? 0) / 100} % against ${commanded / 100} %)`;
}
