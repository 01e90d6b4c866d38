import type { Result } from '../../domain/base/Result';
import type { StoreProblem, StoredBenchmark } from '../../ports/BenchmarkStore';

export interface Declaration {
  /** Requests/s one instance safely carries; > 0. */
  readonly low: number;
  readonly high: number | null;
  readonly version: string | null;
  readonly spec: string | null;
  readonly note: string | null;
}

/** Declaring and withdrawing benchmarks, publishing and voiding all-time highs. Refusals come back in words. */
export interface BenchmarkUseCase {
  declare(serviceKey: string, declaration: Declaration): Promise<Result<StoredBenchmark, StoreProblem>>;
  withdraw(id: string): Promise<Result<null, StoreProblem>>;
  voidAth(serviceKey: string, at: number, reason: string): Promise<Result<null, StoreProblem>>;
}
