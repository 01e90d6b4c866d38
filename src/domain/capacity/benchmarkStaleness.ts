import { DAY } from '../base/Duration';
import type { Benchmark } from './Benchmark';
import { writeSpan } from './writeSpan';

/** A benchmark older than this is stale. */
export const BENCHMARK_MAX_AGE = 90 * DAY;

/** What runs now, to tell whether a benchmark still speaks of it. */
export interface BenchmarkContext {
  /** Versions running now; empty when labels do not say. */
  readonly versions: readonly string[];
  /** Instance spec running now; null when labels do not say. */
  readonly spec: string | null;
  /** Epoch milliseconds. */
  readonly now: number;
}

/**
 * Why a benchmark is stale, in words; empty when it is not. What is not known on either side is not held against it.
 * Stale does not mean discarded: it is used, and marked.
 */
export function benchmarkStaleness(benchmark: Benchmark, context: BenchmarkContext): readonly string[] {
  if (benchmark.parts !== undefined) {
    // Each part is of a spec that runs.
    return [...new Set(benchmark.parts.flatMap((part) => benchmarkStaleness(part, { ...context, spec: part.spec })))];
  }
  const reasons: string[] = [];
  const age = context.now - benchmark.at;
  if (age > BENCHMARK_MAX_AGE) {
    reasons.push(`the benchmark is ${writeSpan(age)} old (more than ${writeSpan(BENCHMARK_MAX_AGE)})`);
  }
  const { version, spec } = benchmark;
  if (version !== null && context.versions.length > 0 && !isOnly(context.versions, version)) {
    reasons.push(`the benchmark is of version ${version}, ${context.versions.join(', ')} runs now`);
  }
  if (spec !== null && context.spec !== null && spec !== context.spec) {
    reasons.push(`the benchmark is of instance spec ${spec}, ${context.spec} runs now`);
  }
  return reasons;
}

const isOnly = (versions: readonly string[], version: string): boolean => versions.every((v) => v === version);
