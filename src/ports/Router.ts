import type { AuditList, DryRunAnswer, OverrideAnswer, RenewAnswer } from '../domain/routing/answerSchema';
import type { RoutingCapabilities } from '../domain/routing/capabilitiesSchema';
import type { PoolList, RoutingPool } from '../domain/routing/poolSchema';
import type { AcquireRequest, ChangeRequest, RenewRequest } from '../domain/routing/requestSchema';
import type { RoutingOutcome } from '../domain/routing/RoutingOutcome';

type Outcome<T> = Promise<RoutingOutcome<T>>;

/**
 * The routing endpoint (contract version 1). No method throws for what the endpoint or the network does; an abort rejects with AbortError.
 * Durations are seconds where the contract says seconds, else milliseconds.
 */
export interface Router {
  capabilities(signal: AbortSignal): Outcome<RoutingCapabilities>;
  pools(service: string | null, after: string | null, signal: AbortSignal): Outcome<PoolList>;
  pool(id: string, signal: AbortSignal): Outcome<RoutingPool>;
  /** @param revision of the pool as it was read; @param key idempotency key, the same for a retry of the same call */
  acquire(pool: string, request: AcquireRequest, revision: number, key: string, signal: AbortSignal): Outcome<OverrideAnswer>;
  change(pool: string, request: ChangeRequest, revision: number, key: string, signal: AbortSignal): Outcome<OverrideAnswer>;
  dryRun(pool: string, request: AcquireRequest, revision: number, signal: AbortSignal): Outcome<DryRunAnswer>;
  renew(pool: string, request: RenewRequest, signal: AbortSignal): Outcome<RenewAnswer>;
  /** Restores the baseline. Never queued behind, and aborts, every other call of this client. */
  stop(pool: string, runId: string | null): Outcome<OverrideAnswer>;
  /** Break glass: also where somebody else changed the weights meanwhile. */
  stopDiverged(pool: string): Outcome<OverrideAnswer>;
  freeze(reason: string): Outcome<RoutingCapabilities>;
  unfreeze(): Outcome<RoutingCapabilities>;
  events(pool: string | null, after: number | null, signal: AbortSignal): Outcome<AuditList>;
}
