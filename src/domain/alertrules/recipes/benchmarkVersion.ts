import { isBenchmark } from '../../capacity/isBenchmark';
import { isRefusal, refuse } from '../../promql/Draft';
import { binary, copyLabel } from '../../promql/Expr';
import type { IntentOf } from '../Intent';
import { instancesBy } from '../liveSeries';
import type { Recipe } from '../Recipe';
import { BENCHMARK_VERSION } from '../BENCHMARK_VERSION';

/** Instances of each version that the benchmark was not taken of. */
export const benchmarkVersion: Recipe<IntentOf<'benchmark-version'>> = {
  limit: ({ facts: { benchmark } }) => {
    if (!isBenchmark(benchmark)) {
      return { leftOut: benchmark.reason };
    }
    return benchmark.version === null || benchmark.version === ''
      ? { leftOut: 'its benchmark names no version' }
      : { limit: 1, labels: { [BENCHMARK_VERSION]: benchmark.version } };
  },
  measure: (context) => {
    const { group, labels } = context.profile;
    const { version } = labels;
    if (version === undefined) {
      return refuse('the profile has no label for versions', 'Name the version label in the profile.');
    }
    const running = instancesBy(context, version);
    if (isRefusal(running)) {
      return running;
    }
    return {
      value: (limits, matching) => {
        const tested = copyLabel(limits, version, BENCHMARK_VERSION);
        const ours = binary('*', running, limits, { on: matching.on, bring: [...(matching.bring ?? []), BENCHMARK_VERSION] });
        return binary('unless', ours, tested, { on: [...group, version] });
      },
      watched: [],
    };
  },
  comparison: () => ({ op: '>', threshold: 0 }),
  summary: () => ['runs ', { value: 'number' }, ' instances of a version its benchmark was not taken of (it was ', { label: BENCHMARK_VERSION }, ').'],
};
