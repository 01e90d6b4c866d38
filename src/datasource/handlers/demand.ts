import { pointsWithNow } from './pointsWithNow';
import type { ServicesHandler } from './QueryHandler';

export const demand: ServicesHandler = {
  kind: 'services',
  title: 'Demand',
  description: 'Requests per second arriving at each service',
  format: 'series',
  curves: () => ['demand'],
  lines: ({ facts }, curves, context) => [
    { name: 'demand', unit: 'reqps', points: pointsWithNow(curves.demand, facts.demandNow, context) },
  ],
  columns: ['service', 'tier', 'owner', 'demand', 'peak', 'ath', 'lastSeen', 'notes', 'key', 'link'],
};
