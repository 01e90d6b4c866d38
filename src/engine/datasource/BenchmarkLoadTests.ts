import { ok } from '../../domain/base/Result';
import { contains, type TimeWindow } from '../../domain/base/TimeWindow';
import type { BenchmarkStore } from '../../ports/BenchmarkStore';
import type { LoadTestLog, LoadTestRecord } from './LoadTestLog';

/** Load tests as far as the benchmarks they left tell of them: their end and what they found. */
export class BenchmarkLoadTests implements LoadTestLog {
  constructor(private readonly store: BenchmarkStore) {}

  async list(window: TimeWindow): ReturnType<LoadTestLog['list']> {
    const stored = await this.store.list();
    if (!stored.ok) {
      return stored;
    }
    const tests = stored.value.benchmarks
      .filter(({ benchmark }) => benchmark.origin === 'load-test' && contains(window, benchmark.at))
      .map(({ id, service, benchmark }): LoadTestRecord => ({
        id,
        service,
        startedAt: benchmark.at,
        endedAt: null,
        outcome: 'measured',
        safeLimit: benchmark.low,
        version: benchmark.version,
        by: benchmark.by,
        note: benchmark.note,
      }));
    return ok(tests.sort((a, b) => b.startedAt - a.startedAt));
  }
}
