import { judgeReading, type ReadingVerdict } from './judgeReading';
import type { PoolReading } from './PoolReading';
import type { PoolState } from './PoolState';

/** The verdict on one look at the router about the live override of a pool; null = nothing is overridden. */
export function judgePool(state: PoolState, reading: PoolReading): ReadingVerdict | null {
  const { override, fence } = state.record;
  const { lease, line } = state;
  if (override === null || override.ending !== null || lease === null) {
    return null;
  }
  const { leaseEnforcedBy, propagationMs } = line.traits;
  return judgeReading({ override, lease, propagationMaxMs: propagationMs.max, routerFence: leaseEnforcedBy === 'keeper' ? null : fence, nowMs: state.now() }, reading);
}
