import type { BenchmarkOrigin } from '../../../domain/capacity/Benchmark';

const WORDS: Readonly<Record<BenchmarkOrigin, string>> = {
  'load-test': 'load test',
  declared: 'declared',
  estimated: 'from CPU',
  passive: 'seen carried',
};

/** Where a safe limit comes from, in a word or two. */
export const benchmarkOriginText = (origin: BenchmarkOrigin): string => WORDS[origin];
