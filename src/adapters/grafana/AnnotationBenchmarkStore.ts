import * as z from 'zod/mini';
import { err, ok, type Result } from '../../domain/base/Result';
import type { Benchmark } from '../../domain/capacity/Benchmark';
import { BENCHMARK_TAG, benchmarkRecordText, parseBenchmarkRecord } from '../../domain/records/benchmarkRecord';
import { encodeRecord } from '../../domain/records/recordText';
import { serviceName } from '../../domain/records/serviceName';
import type { BenchmarkStore, StoredBenchmark, StoreProblem } from '../../ports/BenchmarkStore';
import type { Clock } from '../../ports/Clock';
import type { Annotations, RawRecord } from './Annotations';

const WITHDRAWN = 'headroom:withdrawn';

const withdrawnRecord = z.object({ schema: z.literal(1), service: z.string(), benchmark: z.string() });

/** Benchmarks as organization annotations: one record each, withdrawn by a second record, so that history stays true. */
export class AnnotationBenchmarkStore implements BenchmarkStore {
  constructor(
    private readonly annotations: Annotations,
    private readonly clock: Clock
  ) {}

  async list(): Promise<Result<{ benchmarks: readonly StoredBenchmark[]; unreadable: number }, StoreProblem>> {
    const records = await this.annotations.list([BENCHMARK_TAG, WITHDRAWN]);
    if (!records.ok) {
      return records;
    }
    const withdrawn = new Set<string>();
    const found: StoredBenchmark[] = [];
    let unreadable = 0;
    for (const raw of records.value) {
      const stored = parseBenchmark(raw);
      const gone = withdrawnRecord.safeParse(raw.record);
      if (gone.success) {
        withdrawn.add(gone.data.benchmark);
      } else if (stored) {
        found.push(stored);
      } else {
        unreadable++;
      }
    }
    return ok({ benchmarks: found.filter(({ id }) => !withdrawn.has(id)), unreadable });
  }

  async declare(service: string, benchmark: Benchmark): Promise<Result<StoredBenchmark, StoreProblem>> {
    const added = await this.annotations.add(BENCHMARK_TAG, service, benchmark.at, () => benchmarkRecordText(service, benchmark));
    return added.ok ? ok({ id: added.value, service, benchmark }) : err(added.error);
  }

  async withdraw(id: string): Promise<Result<null, StoreProblem>> {
    const all = await this.list();
    if (!all.ok) {
      return all;
    }
    const stored = all.value.benchmarks.find((b) => b.id === id);
    if (!stored) {
      return err({ kind: 'invalid', message: `There is no benchmark ${id}; somebody may have withdrawn it already.` });
    }
    const record = { schema: 1, service: stored.service, benchmark: id };
    const added = await this.annotations.add(WITHDRAWN, stored.service, this.clock.now(), () => encodeRecord(`Benchmark of ${serviceName(stored.service)} withdrawn`, record));
    return added.ok ? ok(null) : added;
  }
}

function parseBenchmark(raw: RawRecord): StoredBenchmark | null {
  const record = parseBenchmarkRecord(raw.record);
  if (!record) {
    return null;
  }
  const { service, ...benchmark } = record;
  // The name Grafana noted outranks the one in the text, which the writer chose.
  const by = raw.login || benchmark.by;
  const origin = { kind: 'declared' as const, by: by ?? 'unknown', at: benchmark.at, ...(benchmark.note !== null && { note: benchmark.note }) };
  return { id: raw.id, service, benchmark: { ...benchmark, by, evidence: { origins: [origin], asOf: benchmark.at } } };
}
