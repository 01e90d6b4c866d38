import type { OverrideEndCause } from '../../src/domain/routing/poolSchema';

export type Weights = Readonly<Record<string, number>>;

/** An override as the journal holds it: everything needed to put the baseline back, and nothing secret. */
export interface OverrideRecord {
  readonly leaseId: number;
  readonly tokenHash: string;
  readonly holder: string;
  readonly actor: string;
  readonly runId: string;
  readonly reason: string;
  /** Asked for, by target, in basis points. */
  readonly shares: Weights;
  readonly seq: number;
  /** Native weight of each target as written last. */
  readonly weights: Weights;
  /** Every native weight this lease has tried on a target: found in the router, these are ours. */
  readonly tried: Readonly<Record<string, readonly number[]>>;
  /** What the targets get back. */
  readonly baseline: Weights;
  /** The router's incarnation when the override was written; null = unknown. */
  readonly incarnation: string | null;
  /** Null while the lease lives; then why it ended, until the baseline is confirmed. */
  readonly ending: OverrideEndCause | null;
}

export interface EndRecord {
  readonly leaseId: number;
  readonly runId: string;
  readonly cause: OverrideEndCause;
  /** Epoch milliseconds. */
  readonly at: number;
  /** Who ended it; left out where nobody called. */
  readonly by?: string | undefined;
}

/** The durable part of a pool. */
export interface PoolRecord {
  readonly pool: string;
  readonly revision: number;
  readonly lastLeaseId: number;
  /** Number of the last write to the router; only grows. */
  readonly fence: number;
  /** Weights taken from the router while nothing was overridden; null = not yet. */
  readonly baseline: Weights | null;
  readonly incarnation: string | null;
  readonly override: OverrideRecord | null;
  /** Somebody else changed a weight of a live override; cleared by the break-glass call. */
  readonly diverged: { readonly since: number; readonly detail: string; readonly targets: Weights } | null;
  readonly lastEnd: EndRecord | null;
  /** Weights whose writes ended unknown: should one land late, it is put back. Until is epoch milliseconds. */
  readonly late: { readonly tried: Readonly<Record<string, readonly number[]>>; readonly baseline: Weights; readonly until: number } | null;
}

export const newPoolRecord = (pool: string): PoolRecord => ({
  pool,
  revision: 1,
  lastLeaseId: 0,
  fence: 0,
  baseline: null,
  incarnation: null,
  override: null,
  diverged: null,
  lastEnd: null,
  late: null,
});
