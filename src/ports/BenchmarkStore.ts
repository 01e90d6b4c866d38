import type { Result } from '../domain/base/Result';
import type { Benchmark } from '../domain/capacity/Benchmark';

export interface StoredBenchmark {
  readonly id: string;
  readonly service: string;
  readonly benchmark: Benchmark;
}

export interface StoreProblem {
  readonly kind: 'forbidden' | 'unreachable' | 'invalid';
  readonly message: string;
}

/** Declared and load-tested benchmarks, shared by the organization. One record a benchmark, never changed, only withdrawn. */
export interface BenchmarkStore {
  /** All of the last `days`; records that cannot be read are skipped and counted. */
  list(): Promise<Result<{ readonly benchmarks: readonly StoredBenchmark[]; readonly unreadable: number }, StoreProblem>>;
  declare(service: string, benchmark: Benchmark): Promise<Result<StoredBenchmark, StoreProblem>>;
  withdraw(id: string): Promise<Result<null, StoreProblem>>;
}
