import type { MemberCounters } from '../../src/domain/routing/poolSchema';
import type { RoutingCapabilities } from '../../src/domain/routing/capabilitiesSchema';

/** A member as the router has it now. */
export interface RouterMember {
  readonly id: string;
  /** In the router's own unit; null when the router cannot be read. */
  readonly weight: number | null;
  /** Weight by the router's own configuration, so that a baseline nobody can explain is seen; null when it cannot be known. */
  readonly configured: number | null;
  readonly serving: boolean;
  readonly health: string;
  readonly counters: MemberCounters | null;
}

export interface RouterReading {
  readonly members: readonly RouterMember[];
  /** The lease the router itself holds, where it can; null = none. */
  readonly lease: { readonly fence: number; readonly remainingMs: number } | null;
  /** Changes whenever the router was restarted or reloaded, so that a lost override is told from a changed one; null = unknown. */
  readonly incarnation: string | null;
  /** False while several routers of one pool hold different weights. Of several routers `members` are always those of one: that on which the override's members get most. */
  readonly agreed: boolean;
}

export interface RouterWrite {
  /** Grows per pool; a router that can compare refuses an older one. */
  readonly fence: number;
  /** The lease a raise belongs to: the same for every change of it, while the fence is another with each write. Left out on the way back. */
  readonly leaseId?: number | undefined;
  /** Native weight of each target to write, and nothing else. */
  readonly weights: Readonly<Record<string, number>>;
  /** What the router puts back by itself when the lease ends; written with the lease. */
  readonly baseline: Readonly<Record<string, number>>;
  /** Time left of the lease when the call is made; 0 = baseline is being restored, no lease. Routers without a lease ignore it. */
  readonly ttlMs: number;
}

/** `ignored` = the router answered, and a read-back shows that nothing changed. */
export type WriteResult =
  | { readonly kind: 'applied' }
  | { readonly kind: 'accepted' }
  | { readonly kind: 'ignored'; readonly detail: string }
  | { readonly kind: 'stale-fence' }
  | { readonly kind: 'failed'; readonly detail: string };

export type RouterTraits = Pick<RoutingCapabilities, 'adapter' | 'verification' | 'propagationMs' | 'kinds' | 'singleWriter'> & {
  readonly leaseEnforcedBy: 'router' | 'keeper' | 'both';
  /** Least and greatest native weight, and the unit between two. */
  readonly weight: { readonly min: number; readonly max: number; readonly step: number };
};

/** One router as the keeper drives it. `pool` is the router's own name of it. Methods reject only when the router cannot be asked. */
export interface RouterAdapter {
  readonly traits: RouterTraits;
  /** Pools this router has, by its own names. */
  pools(): Promise<readonly string[]>;
  read(pool: string): Promise<RouterReading>;
  /** Writes and, where the router can be read, reads back. */
  write(pool: string, write: RouterWrite): Promise<WriteResult>;
  /** Prolongs the router's own lease without touching a weight; a no-op for routers without one. */
  prolong(pool: string, fence: number, ttlMs: number): Promise<WriteResult>;
  /** Text of what `write` would send, without secrets. */
  describe(pool: string, write: RouterWrite): string;
  close(): Promise<void>;
}
