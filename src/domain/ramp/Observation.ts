import type { Crossed } from './Crossed';
import type { OverrideEndCause } from '../routing/poolSchema';

/** What the contract said about the pool, reduced to the target. Shares in basis points. */
export interface PoolView {
  /** Keeper's clock, epoch milliseconds. */
  readonly at: number;
  readonly revision: number;
  /** Sorted ids of all members; a change of it is a change of the instance set. */
  readonly memberIds: readonly string[];
  readonly servingIds: readonly string[];
  readonly override: {
    readonly leaseId: number;
    readonly runId: string;
    readonly holder: string;
    readonly seq: number;
    /** Commanded share of the target as the keeper has it; null = the override is not about the target. */
    readonly targetBp: number | null;
    readonly remainingMs: number;
    readonly hardRemainingMs: number;
  } | null;
  readonly effective: { readonly targetBp: number | null; readonly state: 'applied' | 'propagating' | 'diverged' | 'unknown' };
  /** Share of the target at baseline. */
  readonly baselineBp: number;
  readonly lastEnd: { readonly runId: string; readonly cause: OverrideEndCause; readonly at: number; /** Null = nobody, or not known. */ readonly by: string | null } | null;
}

/**
 * Share of the target by traffic, over one window. `agrees` is design's |m - r| <= max(0.1 r, quantum, 3 sigma);
 * `above` = over the ceiling by more than 3 sigma; `unmeasurable` = too few requests to tell, or no counters.
 */
export interface ShareReading {
  readonly state: 'agrees' | 'differs' | 'above' | 'unmeasurable';
  /** Fraction of the pool's requests, 0 to 1; null when unmeasurable. */
  readonly share: number | null;
  readonly requests: number;
  /** Window, keeper's clock. */
  readonly from: number;
  readonly to: number;
}

export type GuardState = 'pass' | 'hold' | 'stop';

/** One guard at one look, with its distance. */
export interface GuardReading {
  readonly id: string;
  readonly title: string;
  readonly about: 'target' | 'peer' | 'dependency' | 'run';
  /** Who, where `about` is not one alone. */
  readonly who: string;
  /** `safety` ends the run; `limit` ends a fixed-step run and makes a search back off. */
  readonly role: 'safety' | 'limit';
  readonly state: GuardState;
  readonly value: number | null;
  readonly limit: number | null;
  readonly unit: string;
  readonly reason: string;
  /** Null = not past its limit, or no sample tells since when. */
  readonly crossed: Crossed | null;
}

/** Everything seen at one look. The machine decides on this and on nothing else. */
export interface Observation {
  /** Machine's time at which the reading began. */
  readonly startedAt: number;
  /** Null = the contract could not be read at this look; `poolProblem` says why. */
  readonly pool: PoolView | null;
  readonly poolProblem: string | null;
  /** Oldest of the newest samples of every required series, keeper's clock; null = one has none. */
  readonly evidenceAt: number | null;
  /** Its age by the keeper's clock, milliseconds. */
  readonly evidenceAgeMs: number | null;
  /** Series without a fresh sample, in words. */
  readonly missing: readonly string[];
  readonly share: ShareReading;
  readonly guards: readonly GuardReading[];
  /** Requests/s, of the last window; null = unknown. */
  readonly demand: { readonly pool: number | null; readonly target: number | null; readonly worstPeer: number | null };
  /** Whether the rest can take everything back, now; while not, the share may not grow. */
  readonly wayBack: { readonly free: boolean; readonly reason: string };
  /** Requests failed by the target above its pre-run ratio, since the first write. */
  readonly harmed: number;
  /** Error ratio and latency of the target are back where they were before the run; null = not told. */
  readonly recovered: boolean | null;
}
