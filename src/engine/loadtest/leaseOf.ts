import type { RampState, Run } from '../../domain/ramp/RampState';
import { promisedReturnMs } from '../../domain/ramp/rehearsal';
import { leaseAfter } from './leaseAfter';
import type { LeaseView } from './LeaseView';

/** The lease of a run that is driven from this page, by its last look at the contract. */
export function leaseOf(state: RampState): LeaseView {
  const run = 'run' in state ? state.run : null;
  // Before the first write there is nothing to hold.
  if (run === null || !run.wrote) {
    return { state: 'none' };
  }
  return state.phase === 'finished' ? leaseAfter(state) : leaseNow(run, isMoving(state));
}

function leaseNow({ facts, last, wireRunId }: Run, moving: boolean): LeaseView {
  const pool = last?.pool ?? null;
  if (pool === null) {
    return { state: 'unknown', reason: last === null ? 'the routing endpoint has not been read yet' : `the routing endpoint cannot be read${last.poolProblem === null ? '' : `, ${last.poolProblem}`}` };
  }
  if (pool.override?.runId !== wireRunId) {
    // A write is answered before the next look shows it.
    return moving ? { state: 'unknown', reason: 'the routing endpoint has not shown it yet' } : { state: 'none' };
  }
  const { ttlSeconds, enforcedBy, propagationMaxMs } = facts;
  const { remainingMs, hardRemainingMs } = pool.override;
  return { state: 'held', remainingMs, hardRemainingMs, ttlSeconds, enforcedBy, promiseMs: promisedReturnMs(ttlSeconds, propagationMaxMs) };
}

/** In a state that holds a share, or has asked for one. */
const isMoving = (state: RampState): boolean => 'level' in state && state.level !== null && !(state.phase === 'rehearsal' && state.part === 'lapsing');
