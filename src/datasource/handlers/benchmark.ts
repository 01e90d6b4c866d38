import { known } from '../../domain/base/Figure';
import type { Point } from '../../domain/base/Series';
import { isBenchmark } from '../../domain/capacity/isBenchmark';
import { pointsWithNow } from './pointsWithNow';
import type { LineContext, ServicesHandler } from './QueryHandler';

export const benchmark: ServicesHandler = {
  kind: 'services',
  title: 'Benchmark',
  description: 'Demand one instance safely carried: origin, age, version; over time as it was found',
  format: 'table',
  curves: () => [],
  lines: ({ facts }, _curves, context) => {
    const now = isBenchmark(facts.benchmark) ? known(facts.benchmark.low, 'reqps/instance', 'declared') : null;
    return [
      {
        name: 'safe limit',
        unit: 'reqps/instance',
        points: [...foundBefore(context), ...pointsWithNow(null, now, context)],
      },
    ];
  },
  columns: [
    'service',
    'tier',
    'owner',
    'safeLimit',
    'benchmarkOrigin',
    'benchmarkAt',
    'benchmarkVersion',
    'version',
    'instances',
    'capacity',
    'notes',
    'key',
    'link',
  ],
};

/** What was declared or measured within the range; the one in force at its start stands there. */
function foundBefore({ benchmarks, range, nowAt }: LineContext): readonly Point[] {
  const found = benchmarks
    .map(({ benchmark: { at, low } }): Point => ({ at, value: low }))
    .filter(({ at }) => at <= range.to && at < (nowAt ?? Infinity))
    .sort((a, b) => a.at - b.at);
  const inForce = found.filter(({ at }) => at < range.from).at(-1);
  return [...(inForce ? [{ ...inForce, at: range.from }] : []), ...found.filter(({ at }) => at >= range.from)];
}
