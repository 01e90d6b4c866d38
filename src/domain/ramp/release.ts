import type { Outcome } from './Outcome';
import type { Ending, Run } from './RampState';
import { to, type Transition } from './Transition';

export const NO_ENDING: Ending = { releasedAt: null, baselineAt: null, byContract: false, byMetrics: false, recoveredAt: null };

/** Ends without a stop: a stop restores whatever override there is, and this one is somebody else's. */
export const yieldPool = (run: Run, outcome: Outcome, now: number): Transition =>
  to({ phase: 'verifying', run, outcome, since: now, countFrom: run.last?.pool?.at ?? 0, baselineAt: null, failingLooks: 0, paged: false }, { kind: 'look' });

/**
 * Gives the traffic back and ends with `outcome`. Where nothing was ever written there is nothing to give back. Where the
 * endpoint says that the lease is over it gives back by itself: the pool is read first, for the reason and for who holds it now.
 */
export function release(run: Run, outcome: Outcome, now: number): Transition {
  if (run.wrote && run.endUntold) {
    return to({ phase: 'releasing', run, outcome, since: now, sentAt: now, tries: 0 }, { kind: 'look' });
  }
  return run.wrote
    ? to({ phase: 'releasing', run, outcome, since: now, sentAt: now, tries: 1 }, { kind: 'stop' })
    : to({ phase: 'finished', run, outcome, at: now, ending: { ...NO_ENDING, byContract: true, byMetrics: true } });
}
