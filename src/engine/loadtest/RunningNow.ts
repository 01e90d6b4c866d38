import type { RunSummary } from './RunSummary';

/** A pool with an override in force that none of the known runs accounts for, as the routing endpoint tells it. */
export interface HeldPool {
  readonly pool: string;
  /** As the endpoint names it; null = it does not. */
  readonly service: string | null;
  /** Run id on the wire. */
  readonly runId: string;
  readonly holder: string;
  readonly targets: readonly string[];
}

/** What moves traffic now, as far as it can be told. */
export interface RunningNow {
  /** Runs driven from here, and open ones of the log. */
  readonly runs: readonly RunSummary[];
  readonly held: readonly HeldPool[];
  /** Why there may be more than these, with the way out; null = these are all. */
  readonly problem: string | null;
}
