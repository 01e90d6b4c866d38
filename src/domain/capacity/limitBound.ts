import type { Benchmark } from './Benchmark';
import { isAtLeast } from './isAtLeast';

/** Where the truth may lie of a safe limit that is not exact: another resource moved first, or its load test met no limit. */
export function limitBound(benchmark: Benchmark): 'at most' | 'at least' | undefined {
  if (benchmark.upperBoundOnly) {
    return 'at most';
  }
  return isAtLeast(benchmark) ? 'at least' : undefined;
}
