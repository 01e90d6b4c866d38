import { SECOND } from '../../domain/base/Duration';
import { ok, type Result } from '../../domain/base/Result';
import type { TimeWindow } from '../../domain/base/TimeWindow';
import type { BenchmarkStore, StoredBenchmark, StoreProblem } from '../../ports/BenchmarkStore';
import type { Clock } from '../../ports/Clock';
import type { RunStore } from '../../ports/RunStore';
import type { LoadTestList, LoadTestLog, LoadTestRecord } from './LoadTestLog';
import { loadTestOfRun } from './loadTestOfRun';

/** Panels and annotations of one dashboard ask in the same moment: one reading serves them all. */
const SHARED = 10 * SECOND;

interface Stores {
  readonly runs: Pick<RunStore, 'runs'>;
  readonly benchmarks: Pick<BenchmarkStore, 'list'>;
  readonly clock: Pick<Clock, 'now'>;
}

/**
 * Every load test of the run log, whatever it found, and those older ones of which only the benchmark is left. What a
 * run's benchmark says outranks what its log says: it is what the fleet is counted with.
 */
export class RunLogLoadTests implements LoadTestLog {
  private last: { readonly at: number; readonly read: Promise<Result<LoadTestList, StoreProblem>> } | null = null;

  constructor(private readonly stores: Stores) {}

  async list(window: TimeWindow): ReturnType<LoadTestLog['list']> {
    const read = await this.shared();
    if (!read.ok) {
      return read;
    }
    const tests = read.value.tests.filter((t) => t.startedAt <= window.to && t.lastSeenAt >= window.from);
    return ok({ ...read.value, tests });
  }

  private shared(): Promise<Result<LoadTestList, StoreProblem>> {
    const now = this.stores.clock.now();
    if (this.last && now - this.last.at < SHARED) {
      return this.last.read;
    }
    const read = this.read(now);
    this.last = { at: now, read };
    void read.then((result) => {
      if (!result.ok) {
        this.last = null;
      }
    });
    return read;
  }

  private async read(now: number): Promise<Result<LoadTestList, StoreProblem>> {
    const [runs, stored] = await Promise.all([this.stores.runs.runs(null), this.stores.benchmarks.list()]);
    if (!runs.ok) {
      return runs;
    }
    if (!stored.ok) {
      return stored;
    }
    const left = stored.value.benchmarks.filter(({ benchmark }) => benchmark.origin === 'load-test');
    const byRun = new Map(left.map((b) => [runOf(b), b]));
    const logged = runs.value.runs.flatMap((run) => loadTestOfRun(run, now) ?? []);
    const known = new Set<string | null>(logged.map(({ run }) => run));
    const alone = left.filter((b) => !known.has(runOf(b))).map(loadTestOfBenchmark);
    const tests = [...logged.map((test) => withBenchmark(test, byRun.get(test.run))), ...alone];
    return ok({ tests: tests.sort((a, b) => b.startedAt - a.startedAt), unreadable: runs.value.unreadable });
  }
}

/** The run a benchmark names in its note; null when it names none. */
const runOf = ({ benchmark }: StoredBenchmark): string | null => /^Load test ([A-Za-z0-9_-]{1,64});/.exec(benchmark.note ?? '')?.[1] ?? null;

function withBenchmark(test: LoadTestRecord, left: StoredBenchmark | undefined): LoadTestRecord {
  return left === undefined || left.service !== test.service
    ? test
    : { ...test, safeLimit: left.benchmark.low, version: left.benchmark.version ?? test.version };
}

function loadTestOfBenchmark({ id, service, benchmark: { at, low, version, by, note } }: StoredBenchmark): LoadTestRecord {
  return {
    id,
    service,
    run: null,
    target: null,
    startedAt: at,
    endedAt: null,
    lastSeenAt: at,
    outcome: 'measured',
    detail: note,
    maxShare: null,
    safeLimit: low,
    version,
    by,
  };
}
