import type { Benchmark, BenchmarkOrigin } from '../../../domain/capacity/Benchmark';
import { formatDemand } from '../../format/formatDemand';
import { formatValue } from '../../format/formatValue';

const ORIGIN: Readonly<Record<BenchmarkOrigin, string>> = {
  'load-test': 'load test',
  declared: 'declared',
  estimated: 'estimated from CPU',
  passive: 'seen in production',
};

export const originWords = (origin: BenchmarkOrigin): string => ORIGIN[origin];

/** The interval of a benchmark: "260 to 310 req/s per instance", "at least …", "at most …"; `bare` where a header says of what. */
export function intervalWords({ low, high, upperBoundOnly }: Benchmark, bare = false): string {
  const words = (value: number) => formatValue(value, bare ? 'reqps' : 'reqps/instance');
  if (upperBoundOnly === true) {
    return `at most ${words(high ?? low)}`;
  }
  return high === null ? `at least ${words(low)}` : `${formatDemand(low, true)} to ${words(high)}`;
}
