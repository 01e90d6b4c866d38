import { known } from '../../domain/base/Figure';
import { isBenchmark } from '../../domain/capacity/isBenchmark';
import type { LinePoint } from './LinePoint';
import { pointsWithNow } from './pointsWithNow';
import type { LineContext, ServicesHandler } from './QueryHandler';

export const benchmark: ServicesHandler = {
  kind: 'services',
  title: 'Benchmark',
  description: 'Demand one instance safely carried: origin, age, version; over time as it was found',
  format: 'table',
  curves: () => [],
  lines: ({ facts }, _curves, context) => {
    const { benchmark: inForce } = facts;
    const now = isBenchmark(inForce) ? known(inForce.low, 'reqps/instance', 'declared') : null;
    const ofNow = pointsWithNow(null, now, context);
    const line = { name: 'safe limit', unit: 'reqps/instance' as const };
    // An estimate that only bounds the truth from above is no continuation of what was measured.
    return isBenchmark(inForce) && inForce.upperBoundOnly === true
      ? [
          { ...line, points: foundBefore(context) },
          { ...line, labels: { bound: 'at most' }, points: ofNow },
        ]
      : [{ ...line, points: [...foundBefore(context), ...ofNow] }];
  },
  columns: [
    'service',
    'tier',
    'owner',
    'safeLimit',
    'safeLimitBound',
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
function foundBefore({ benchmarks, range, nowAt }: LineContext): readonly LinePoint[] {
  const found = benchmarks
    .map(({ benchmark: { at, low } }): LinePoint => ({ at, value: low }))
    .filter(({ at }) => at <= range.to && at < (nowAt ?? Infinity))
    .sort((a, b) => a.at - b.at);
  const inForce = found.filter(({ at }) => at < range.from).at(-1);
  return [...(inForce ? [{ ...inForce, at: range.from }] : []), ...found.filter(({ at }) => at >= range.from)];
}
