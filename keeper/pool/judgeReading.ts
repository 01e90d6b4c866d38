import { shareOf } from '../../src/domain/routing/BasisPoints';
import type { OverrideEndCause } from '../../src/domain/routing/poolSchema';
import type { Lease } from './Lease';
import type { PoolReading } from './PoolReading';
import type { OverrideRecord } from './PoolRecord';
import { servingShares } from './servingShares';

const TOLERATED_RISE = 1.1;
/** A router that holds the lease itself may be this much ahead of the keeper. */
const ROUTER_CLOCK_AHEAD_MS = 1000;

export type ReadingVerdict =
  | { readonly kind: 'holds'; readonly state: 'applied' | 'propagating' | 'unknown' }
  | { readonly kind: 'ends'; readonly cause: OverrideEndCause; readonly detail: string };

export interface JudgedOverride {
  readonly override: OverrideRecord;
  readonly lease: Lease;
  readonly propagationMaxMs: number;
  /** Number of the lease the router should hold; null where the keeper alone holds leases. */
  readonly routerFence: number | null;
  readonly nowMs: number;
}

/** Whether what the router holds is still the live override, on one look at it. */
export function judgeReading(judged: JudgedOverride, reading: PoolReading): ReadingVerdict {
  const { override } = judged;
  const now = Object.fromEntries(reading.members.map((m) => [m.id, m.weight]));
  const targets = Object.keys(override.weights);
  const missing = targets.filter((t) => now[t] === undefined);
  if (missing.length > 0) {
    return ends('membership_changed', `${missing.join(', ')} is gone from the router's pool`);
  }
  if (targets.some((t) => now[t] === null)) {
    return { kind: 'holds', state: 'unknown' };
  }
  const changed = targets.filter((t) => now[t] !== override.weights[t]);
  if (changed.length > 0 || !reading.agreed) {
    return judgeChange(judged, reading, changed);
  }
  const leaseless = judgeRouterLease(judged, reading);
  if (leaseless !== null) {
    return leaseless;
  }
  return judgeShares(judged, reading);
}

function judgeChange({ override, lease, propagationMaxMs, nowMs }: JudgedOverride, reading: PoolReading, changed: readonly string[]): ReadingVerdict {
  const now = Object.fromEntries(reading.members.map((m) => [m.id, m.weight]));
  const restarted = reading.incarnation !== null && override.incarnation !== null && reading.incarnation !== override.incarnation;
  const seen = changed.map((t) => `${t} weighs ${now[t]}, not ${override.weights[t]}`).join(', ');
  if (restarted) {
    return ends('lost', `the router was restarted: ${seen || 'its nodes disagree'}`);
  }
  const ours = changed.every((t) => now[t] === override.baseline[t] || (override.tried[t] ?? []).includes(now[t] ?? Number.NaN));
  const waiting = !lease.confirmed && (lease.writtenAt === null || nowMs - lease.writtenAt <= propagationMaxMs + ROUTER_CLOCK_AHEAD_MS);
  if (ours && waiting) {
    return { kind: 'holds', state: 'propagating' };
  }
  if (!lease.confirmed && ours) {
    return ends('router_error', `the router has not applied the share in time: ${seen || 'its nodes disagree'}`);
  }
  if (!ours) {
    return ends('diverged', seen);
  }
  return lapsed({ lease, nowMs }) ?? ends('lost', seen || 'the nodes of the router disagree');
}

/** The weights are ours, but nothing in the router would end them should the keeper die: what was promised no longer holds. */
function judgeRouterLease({ lease, routerFence, nowMs }: JudgedOverride, reading: PoolReading): ReadingVerdict | null {
  if (routerFence === null || !lease.confirmed || reading.lease?.fence === routerFence) {
    return null;
  }
  return lapsed({ lease, nowMs }) ?? ends('lost', reading.lease === null ? 'the router has the weights but no longer the lease that would end them' : `the router holds the lease ${reading.lease.fence}, not ${routerFence}`);
}

const lapsed = ({ lease, nowMs }: Pick<JudgedOverride, 'lease' | 'nowMs'>): ReadingVerdict | null =>
  lease.deadline - nowMs <= ROUTER_CLOCK_AHEAD_MS ? ends('expired', "the router's own lease lapsed") : null;

function judgeShares({ override, lease }: JudgedOverride, reading: PoolReading): ReadingVerdict {
  const shares = servingShares(reading.members);
  if (shares === null) {
    return { kind: 'holds', state: 'unknown' };
  }
  for (const [target, asked] of Object.entries(override.shares)) {
    const share = shares[target] ?? 0;
    if (share > shareOf(lease.ceilingBp) + 1e-9 && asked > 0) {
      return ends('ceiling', `${target} has ${Math.round(share * 10_000)} basis points, above the ceiling of ${lease.ceilingBp}`);
    }
    if (share > shareOf(asked) * TOLERATED_RISE + 1e-9) {
      return ends('membership_changed', `${target} has ${Math.round(share * 10_000)} basis points, not the ${asked} asked for: the members that serve have changed`);
    }
  }
  return { kind: 'holds', state: 'applied' };
}

const ends = (cause: OverrideEndCause, detail: string): ReadingVerdict => ({ kind: 'ends', cause, detail });
