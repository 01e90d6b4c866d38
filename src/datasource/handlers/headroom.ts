import { valueOf } from '../../domain/base/Figure';
import { serviceCapacity } from '../../engine/service/serviceCapacity';
import { pointsWithNow } from './pointsWithNow';
import type { ServicesHandler } from './QueryHandler';

export const headroom: ServicesHandler = {
  kind: 'services',
  title: 'Headroom',
  description: 'Growth over the plain peak that fits; over time with the instances of each moment',
  format: 'series',
  curves: () => ['instances'],
  lines: ({ facts, judgement }, { instances }, context) => {
    const capacity = serviceCapacity(instances, judgement, facts.autoscaler);
    const peak = valueOf(judgement.peak);
    const grown = capacity && peak ? { ...capacity, values: capacity.values.map((c) => c / peak - 1) } : null;
    return [{ name: 'headroom', unit: 'growth', points: pointsWithNow(grown, judgement.headroom, context) }];
  },
  columns: [
    'service',
    'tier',
    'owner',
    'status',
    'headroom',
    'asked',
    'eventMargin',
    'peak',
    'capacity',
    'utilisation',
    'notes',
    'key',
    'link',
  ],
};
