import { known, unknown, type Figure } from '../../domain/base/Figure';
import type { Benchmark, NoBenchmark } from '../../domain/capacity/Benchmark';
import { benchmarkQuality } from '../../domain/capacity/benchmarkQuality';
import { isBenchmark } from '../../domain/capacity/isBenchmark';
import { limitBound } from '../../domain/capacity/limitBound';

/** The safe limit as a figure: the benchmark's lower end, or why there is none. */
export function benchmarkFigure(benchmark: Benchmark | NoBenchmark): Figure {
  if (!isBenchmark(benchmark)) {
    return unknown('reqps/instance', benchmark.reason, benchmark.next);
  }
  return known(benchmark.low, 'reqps/instance', benchmarkQuality(benchmark), benchmark.evidence, limitBound(benchmark));
}
