import type { BenchmarkRow } from '../../ui/charts/curve/BenchmarkRow';

/** A benchmark with what tells its service apart from another one of the same name. */
export interface KeyedBenchmark extends BenchmarkRow {
  /** Identity of the service; null where a transformation took the column away. */
  readonly key: string | null;
}
