import type { AcquireRequest } from '../../../domain/routing/requestSchema';

/** An override the pretended keeper holds. Times are the world's. */
export interface SimulatedLease {
  readonly leaseId: number;
  readonly token: string;
  readonly runId: string;
  readonly holder: string;
  readonly reason: string;
  readonly shares: Readonly<Record<string, number>>;
  readonly seq: number;
  readonly deadline: number;
  readonly hardDeadline: number;
  readonly ceilingBp: number;
  readonly ceilingRps: number | null;
  readonly newestEvidence: number;
}

/** @param now world's time, milliseconds */
export function newLease(request: AcquireRequest, leaseId: number, now: number): SimulatedLease {
  const { runId, holder, reason, shares, ttlSeconds, evidenceAgeMs, maxLifetimeSeconds, ceilingBp, ceilingRps } = request;
  return {
    leaseId,
    token: `token-${leaseId}`,
    runId,
    holder,
    reason,
    shares,
    seq: 0,
    deadline: now - evidenceAgeMs + ttlSeconds * 1000,
    hardDeadline: now + maxLifetimeSeconds * 1000,
    ceilingBp,
    ceilingRps,
    newestEvidence: now - evidenceAgeMs,
  };
}
