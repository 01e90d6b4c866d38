import { DAY, SECOND } from '../../base/Duration';
import { isBenchmark } from '../../capacity/isBenchmark';
import { binary, call, number } from '../../promql/Expr';
import type { IntentOf } from '../Intent';
import { demand } from '../liveSeries';
import { against } from '../measures';
import type { Recipe } from '../Recipe';

/** Age of the benchmark in seconds, of services that take demand. */
export const benchmarkOld: Recipe<IntentOf<'benchmark-old'>> = {
  limit: ({ facts: { benchmark } }) => {
    if (!isBenchmark(benchmark)) {
      return { leftOut: benchmark.reason };
    }
    return benchmark.origin === 'estimated' || benchmark.origin === 'passive'
      ? { leftOut: 'its benchmark is an estimate, made anew all the time' }
      : { limit: Math.floor(benchmark.at / SECOND) };
  },
  // Demand times zero: whoever has gone needs no new benchmark.
  measure: (context) => against(binary('+', binary('*', demand(context), number(0)), call('time')), '-', []),
  comparison: ({ days }) => ({ op: '>', threshold: Math.round((days * DAY) / SECOND) }),
  summary: () => ['has a benchmark that is ', { value: 'seconds' }, ' old: test it again.'],
};
