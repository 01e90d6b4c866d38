import type { OutcomeKind } from '../../domain/ramp/Outcome';

/** One run in a list. Times are epoch milliseconds. */
export interface RunSummary {
  readonly runId: string;
  readonly service: string;
  readonly pool: string;
  readonly target: string;
  readonly by: string;
  readonly startedAt: number;
  readonly endedAt: number | null;
  /** Null = still running, or its controller died: `alive` tells. */
  readonly outcome: OutcomeKind | null;
  /** An override of this run is in force now; null = not known. */
  readonly alive: boolean | null;
  /** Driven from this page. */
  readonly ours: boolean;
  readonly headline: string;
  readonly version: string | null;
  readonly carriedRps: number | null;
  readonly interval: { readonly low: number; readonly high: number | null } | null;
}
