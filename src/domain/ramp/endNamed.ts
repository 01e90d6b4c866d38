import { leaseEndOutcome } from './leaseEndOutcome';
import type { PoolView } from './Observation';
import type { Outcome } from './Outcome';
import type { Run } from './RampState';

/**
 * An ending run with the true cause, once the pool tells why the lease was over; else as it was.
 * @param stopSent we have sent a stop ourselves: an end by a stop may be that one, and names nobody
 */
export function endNamed<S extends { readonly run: Run; readonly outcome: Outcome }>(state: S, pool: PoolView | null, stopSent: boolean): S {
  const { run } = state;
  const end = pool?.lastEnd ?? null;
  if (!run.endUntold || end === null || end.runId !== run.wireRunId || (stopSent && end.cause === 'stopped')) {
    return state;
  }
  return { ...state, run: { ...run, endUntold: false }, outcome: leaseEndOutcome(end.cause, 'the pool says so', end.by) };
}
