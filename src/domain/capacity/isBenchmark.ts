import type { Benchmark, NoBenchmark } from './Benchmark';

/** Tells a benchmark from the reason why there is none. */
export const isBenchmark = (b: Benchmark | NoBenchmark): b is Benchmark => 'low' in b;
