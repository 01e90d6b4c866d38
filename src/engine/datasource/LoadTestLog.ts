import type { Result } from '../../domain/base/Result';
import type { TimeWindow } from '../../domain/base/TimeWindow';
import type { StoreProblem } from '../../ports/BenchmarkStore';

/** One load test as a dashboard shows it. */
export interface LoadTestRecord {
  readonly id: string;
  /** Service key. */
  readonly service: string;
  /** Epoch milliseconds. */
  readonly startedAt: number;
  /** Null while it runs, or when only its end was kept. */
  readonly endedAt: number | null;
  readonly outcome: 'passed' | 'failed' | 'stopped' | 'running' | 'measured';
  /** Requests/s one instance safely carried; null when none was found. */
  readonly safeLimit: number | null;
  readonly version: string | null;
  readonly by: string | null;
  readonly note: string | null;
}

/** Where load tests are kept: the records of benchmarks, or a store of runs. */
export interface LoadTestLog {
  /** Load tests that overlap the window, newest first. */
  list(window: TimeWindow): Promise<Result<readonly LoadTestRecord[], StoreProblem>>;
}
