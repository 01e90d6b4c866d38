import type { Result } from '../../domain/base/Result';
import type { TimeWindow } from '../../domain/base/TimeWindow';
import type { OutcomeKind } from '../../domain/ramp/Outcome';
import type { StoreProblem } from '../../ports/BenchmarkStore';

/**
 * How a load test ended; or that its end is not known:
 * - `open` its log has no end yet, and its longest duration has not passed;
 * - `no-end` its log has no end, and it can no longer be running;
 * - `unreadable` it ended, and what was kept of its end cannot be read;
 * - `measured` only the benchmark it left is on record.
 */
export type LoadTestOutcome = OutcomeKind | 'open' | 'no-end' | 'unreadable' | 'measured';

/** One load test as a dashboard shows it. Times are epoch milliseconds. */
export interface LoadTestRecord {
  readonly id: string;
  /** Service key. */
  readonly service: string;
  /** Its id in the run log, by which its report is found; null when only a benchmark tells of it. */
  readonly run: string | null;
  readonly target: string | null;
  readonly startedAt: number;
  /** Null while it runs, or when its end was not kept. */
  readonly endedAt: number | null;
  /** The last moment something is known of it. */
  readonly lastSeenAt: number;
  readonly outcome: LoadTestOutcome;
  /** A sentence about how it ended or where it stands; null when nothing more is known than the outcome. */
  readonly detail: string | null;
  /** Greatest share of the pool's traffic the target had, 0 to 1, as measured. */
  readonly maxShare: number | null;
  /** Requests/s one instance safely carried; null when none was found. */
  readonly safeLimit: number | null;
  readonly version: string | null;
  readonly by: string | null;
}

export interface LoadTestList {
  /** Newest first. */
  readonly tests: readonly LoadTestRecord[];
  /** Records of the run log that this version of the plugin does not understand. */
  readonly unreadable: number;
}

/** Where load tests are kept. */
export interface LoadTestLog {
  /** Load tests that overlap the window. */
  list(window: TimeWindow): Promise<Result<LoadTestList, StoreProblem>>;
}
