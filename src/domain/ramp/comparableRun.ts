import { BENCHMARK_MAX_AGE } from '../capacity/benchmarkStaleness';
import type { StoredRun } from './StoredRun';

/** What runs now. Null = the metrics do not say. */
export interface RunningNow {
  readonly version: string | null;
  readonly spec: string | null;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** Whether latency of a run may be held against today's: as a benchmark, not when version or spec changed or it is too old. */
export function comparableRun({ facts }: Pick<StoredRun, 'facts'>, endedAt: number, { version, spec, now }: RunningNow): boolean {
  const same = (then: string | null, today: string | null): boolean => then === null || today === null || then === today;
  return facts !== null && same(facts.version, version) && same(facts.spec, spec) && endedAt <= now && now - endedAt <= BENCHMARK_MAX_AGE;
}
