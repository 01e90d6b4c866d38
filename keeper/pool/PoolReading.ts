import type { MemberCounters } from '../../src/domain/routing/poolSchema';

/** A member as the router has it, under the contract's name of it. */
export interface PoolMemberReading {
  readonly id: string;
  readonly weight: number | null;
  readonly configured: number | null;
  readonly serving: boolean;
  readonly health: string;
  readonly counters: MemberCounters | null;
}

/** One look at a pool. */
export interface PoolReading {
  readonly members: readonly PoolMemberReading[];
  readonly lease: { readonly fence: number; readonly remainingMs: number } | null;
  readonly incarnation: string | null;
  readonly agreed: boolean;
}
