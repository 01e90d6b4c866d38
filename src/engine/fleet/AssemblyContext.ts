import type { TraitsOf } from '../../domain/catalogue/resolveTraits';
import type { Settings } from '../../domain/catalogue/Settings';
import type { AthVoid, PublishedAth } from '../../ports/AthStore';
import type { StoredBenchmark } from '../../ports/BenchmarkStore';

/** What facts need besides readings: settings and the records of the organization, by service key. */
export interface AssemblyContext {
  readonly settings: Settings;
  readonly traitsOf: TraitsOf;
  readonly benchmarks: ReadonlyMap<string, readonly StoredBenchmark[]>;
  readonly aths: ReadonlyMap<string, readonly PublishedAth[]>;
  readonly voids: ReadonlyMap<string, readonly AthVoid[]>;
  readonly now: number;
  /** First picture of a large fleet: what folds hours or fits lines is left for the next one. */
  readonly sketch?: boolean;
}
