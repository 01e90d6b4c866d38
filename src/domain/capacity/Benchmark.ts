import type { Evidence } from '../base/Evidence';

export type BenchmarkOrigin = 'load-test' | 'declared' | 'estimated' | 'passive';

/**
 * Demand one instance carried, as an interval in requests/s. Arithmetic uses the lower end.
 * "Instance-bound": one machine was tested, shared dependencies were not.
 */
export interface Benchmark {
  readonly origin: BenchmarkOrigin;
  readonly low: number;
  /** Null when open upwards ("at least"). */
  readonly high: number | null;
  /** When it was found, epoch milliseconds. */
  readonly at: number;
  readonly by: string | null;
  readonly version: string | null;
  readonly spec: string | null;
  readonly note: string | null;
  /** Set for the average of several instance specs: the benchmark of each, which goes stale by itself. */
  readonly parts?: readonly Benchmark[];
  /** True when it can only bound the truth from above: another resource moved first. */
  readonly upperBoundOnly?: boolean;
  /** True when it lies beyond the greatest demand an instance has been seen to carry. */
  readonly extrapolated?: boolean;
  readonly evidence: Evidence;
}

/** Why there is no benchmark. `next` says what a person can do. */
export interface NoBenchmark {
  readonly reason: string;
  readonly next: string;
}
