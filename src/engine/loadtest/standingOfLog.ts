import type { Result } from '../../domain/base/Result';
import type { RoutingOverride, RoutingPool } from '../../domain/routing/poolSchema';
import type { RunLog } from '../../ports/RunStore';
import { controllerGone, isOfRun } from './controllerGone';

/** How a run of the log stands by the contract. */
export type Standing =
  | { readonly kind: 'ended' }
  | { readonly kind: 'unknown'; readonly headline: string; readonly reason: string }
  | { readonly kind: 'held'; readonly override: RoutingOverride }
  /** Nothing of it is in force and nobody can be driving it. */
  | { readonly kind: 'abandoned'; readonly taken: boolean }
  /** Nothing of it is in force, but its driver may be before its first write or on the way back. */
  | { readonly kind: 'free' };

/** @param look at its pool; null = not asked for */
export function standingOfLog(log: RunLog, look: Result<RoutingPool, string> | null): Standing {
  if (!log.open) {
    return { kind: 'ended' };
  }
  if (look === null) {
    return { kind: 'unknown', headline: 'The log of this run does not say which pool it is about: whether it still holds traffic is not known', reason: 'the log does not say which pool the run is about' };
  }
  if (!look.ok) {
    return { kind: 'unknown', headline: 'The routing endpoint cannot be read: whether this run still holds traffic is not known', reason: `the routing endpoint cannot be read, ${look.error}` };
  }
  const { override } = look.value;
  if (override !== null && isOfRun(override.runId, log.run)) {
    return { kind: 'held', override };
  }
  return controllerGone(log.records, look.value) ? { kind: 'abandoned', taken: override !== null } : { kind: 'free' };
}
