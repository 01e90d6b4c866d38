import { serviceCapacity } from '../../engine/service/serviceCapacity';
import { pointsWithNow } from './pointsWithNow';
import type { ServicesHandler } from './QueryHandler';

export const capacity: ServicesHandler = {
  kind: 'services',
  title: 'Capacity',
  description: 'Demand the deployed instances carry under the policy of the tier',
  format: 'series',
  curves: () => ['instances'],
  lines: ({ facts, judgement }, { instances }, context) => [
    {
      name: 'capacity',
      unit: 'reqps',
      points: pointsWithNow(serviceCapacity(instances, judgement, facts.autoscaler), judgement.capacity, context),
    },
  ],
  columns: [
    'service',
    'tier',
    'owner',
    'status',
    'capacity',
    'requiredCapacity',
    'eventDemand',
    'instances',
    'safeLimit',
    'safeLimitBound',
    'bottleneck',
    'notes',
    'key',
    'link',
  ],
};
