import { basisPointsOf } from '../../src/domain/routing/BasisPoints';
import type { RoutingOverride, RoutingPool } from '../../src/domain/routing/poolSchema';
import { expectedBaseline } from './expectedBaseline';
import { judgePool } from './judgePool';
import type { PoolReading } from './PoolReading';
import type { PoolState } from './PoolState';
import { servingShares } from './servingShares';

type Effective = RoutingPool['effective'];

/** The pool as it is answered. Without a reading, what the router has is unknown and said to be. */
export function poolView(state: PoolState, reading: PoolReading | null): RoutingPool {
  const { settings, record, ports } = state;
  const { limits } = settings;
  const shares = reading === null ? null : basisPoints(servingShares(reading.members));
  const now = ports.clock.wallMs();
  const members = reading?.members ?? Object.keys(settings.members).map((id) => ({ id, weight: null, serving: false, health: 'unknown', counters: null }));
  return {
    id: settings.id,
    service: settings.service,
    kind: settings.kind,
    members: members.map(({ id, weight, serving, health, counters }) => ({ id, weight, shareBp: shares?.[id] ?? null, serving, health, counters })),
    revision: record.revision,
    baseline: { ...(reading === null ? (settings.baseline ?? record.baseline ?? {}) : expectedBaseline(settings.baseline, record.baseline, reading).baseline), ...record.override?.baseline },
    override: overrideView(state),
    effective: { shares: shares ?? null, state: effectiveState(state, reading), source: state.line.traits.verification, observedAt: now },
    lastEnd: record.lastEnd,
    limits: {
      ceilingBp: limits.ceilingBp,
      largestStepBp: limits.largestStepBp,
      minDwellSeconds: limits.minDwellMs / 1000,
      maxLifetimeSeconds: limits.maxLifetimeMs / 1000,
      maxEvidenceAgeSeconds: limits.maxEvidenceAgeMs / 1000,
    },
    serverTime: now,
  };
}

/** The live override; one that has ended is gone from the answer, though its baseline may still be on the way. */
export function overrideView({ record, lease, ...state }: Pick<PoolState, 'record' | 'lease' | 'ports'>): RoutingOverride | null {
  const { override } = record;
  if (override === null || override.ending !== null || lease === null) {
    return null;
  }
  const now = state.ports.clock.monotonicMs();
  return {
    leaseId: override.leaseId,
    holder: override.holder,
    runId: override.runId,
    reason: override.reason,
    shares: { ...override.shares },
    seq: override.seq,
    remainingMs: Math.max(0, Math.round(lease.deadline - now)),
    hardRemainingMs: Math.max(0, Math.round(lease.hardDeadline - now)),
  };
}

function effectiveState(state: PoolState, reading: PoolReading | null): Effective['state'] {
  const { override, diverged } = state.record;
  if (reading === null || reading.members.some((m) => m.weight === null)) {
    return 'unknown';
  }
  if (diverged !== null) {
    return 'diverged';
  }
  if (override === null) {
    return expectedBaseline(state.settings.baseline, state.record.baseline, reading).dirty.length > 0 ? 'diverged' : 'applied';
  }
  const verdict = judgePool(state, reading);
  if (verdict === null) {
    return 'propagating';
  }
  return verdict.kind === 'holds' ? verdict.state : 'diverged';
}

function basisPoints(shares: Readonly<Record<string, number>> | null): Record<string, number> | null {
  return shares === null ? null : Object.fromEntries(Object.entries(shares).map(([id, share]) => [id, basisPointsOf(share)]));
}
