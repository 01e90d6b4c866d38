import type { Result } from '../domain/base/Result';
import type { RunRecord } from '../domain/records/runRecord';
import type { StoreProblem } from './BenchmarkStore';

/** All records of one run in the order they were written. A run without an `end` or `closed` record is open. */
export interface RunLog {
  readonly run: string;
  readonly service: string;
  readonly records: readonly RunRecord[];
  readonly open: boolean;
}

/** `kept`: the store refused or was away; the record is safe in this browser and is sent again with the next one. */
export type Appended = { readonly kind: 'stored'; readonly id: string } | { readonly kind: 'kept'; readonly problem: StoreProblem; readonly waiting: number };

/** Append-only log of load tests, written by the controller only. A run never fails because its log could not be written. */
export interface RunStore {
  /** In order: a record is not sent before those of the same browser that still wait. Rejects never. */
  append(record: RunRecord): Promise<Appended>;
  /** Sends what waits; the number still waiting afterwards, and why. */
  flush(): Promise<{ readonly waiting: number; readonly problem: StoreProblem | null }>;
  /** Newest first; also records that only wait in this browser. `service` null = all. */
  runs(service: string | null): Promise<Result<{ readonly runs: readonly RunLog[]; readonly unreadable: number }, StoreProblem>>;
  /** Null when there is no such run. */
  run(id: string): Promise<Result<RunLog | null, StoreProblem>>;
}
