import type { Quality } from '../base/Figure';
import type { Benchmark } from './Benchmark';

/** How good a figure is that rests on this benchmark. */
export function benchmarkQuality(benchmark: Benchmark): Quality {
  switch (benchmark.origin) {
    case 'load-test':
      return 'measured';
    case 'declared':
      return 'declared';
    case 'passive':
    case 'estimated':
      return benchmark.extrapolated ? 'extrapolated' : 'estimated';
  }
}
