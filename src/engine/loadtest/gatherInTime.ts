import { SECOND } from '../../domain/base/Duration';
import { err, ok, type Result } from '../../domain/base/Result';
import type { RampPlan } from '../../domain/ramp/Plan';
import { isAbortError } from '../../ports/AbortError';
import { gatherPreflight, type Gathered, type GatherContext } from './gatherPreflight';
import type { TimedCalls } from './TimedCalls';

/** Longest time the checks may take: metrics that accept a question and stay silent have no limit of their own. */
const PATIENCE = 60 * SECOND;
/** A stop of this page aborts every read of the endpoint; what is only looked at may be asked again. */
const MOST_TRIES = 3;

/**
 * Everything preflight looks at, or why it is not known, as a sentence. Rejects for what is neither silence nor a stop.
 * @param wanted false = nobody waits for it any more
 */
export async function gatherInTime(plan: RampPlan, context: GatherContext, calls: TimedCalls, wanted: () => boolean = () => true): Promise<Result<Gathered, string>> {
  for (let tries = 0; tries < MOST_TRIES && wanted(); tries++) {
    try {
      const gathered = await calls.within(PATIENCE, (signal) => gatherPreflight(plan, context, signal));
      return gathered === null ? err(`The checks did not end within ${PATIENCE / SECOND} s: the metrics or the routing endpoint stayed silent. Try again.`) : ok(gathered);
    } catch (reason) {
      if (!isAbortError(reason)) {
        throw reason;
      }
    }
  }
  return err('The checks were broken off, because a stop from this page went first. Start them again.');
}
