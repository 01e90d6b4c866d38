import type { RoutingPool } from '../routing/poolSchema';
import type { PoolView } from './Observation';

/** An answer about the pool, reduced to what concerns the target. */
export function poolViewOf(pool: RoutingPool, target: string): PoolView {
  const { override, effective } = pool;
  return {
    at: pool.serverTime,
    revision: pool.revision,
    memberIds: pool.members.map((m) => m.id).sort(),
    servingIds: pool.members.filter((m) => m.serving).map((m) => m.id),
    override:
      override === null
        ? null
        : {
            leaseId: override.leaseId,
            runId: override.runId,
            holder: override.holder,
            seq: override.seq,
            targetBp: override.shares[target] ?? null,
            remainingMs: override.remainingMs,
            hardRemainingMs: override.hardRemainingMs,
          },
    effective: { targetBp: effective.shares?.[target] ?? null, state: effective.state },
    baselineBp: baselineShareBp(pool, target),
    lastEnd: pool.lastEnd === null ? null : { runId: pool.lastEnd.runId, cause: pool.lastEnd.cause, at: pool.lastEnd.at, by: pool.lastEnd.by ?? null },
  };
}

/** Share the target has by the weights before any override, among the members that serve. */
export function baselineShareBp({ baseline, members }: Pick<RoutingPool, 'baseline' | 'members'>, target: string): number {
  const serving = members.filter((m) => m.serving || m.id === target).map((m) => m.id);
  const total = serving.reduce((sum, id) => sum + (baseline[id] ?? 0), 0);
  return total > 0 ? Math.round(((baseline[target] ?? 0) / total) * 10_000) : 0;
}
