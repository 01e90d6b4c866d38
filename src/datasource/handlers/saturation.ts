import type { Line, ServicesHandler } from './QueryHandler';
import { pointsWithNow } from './pointsWithNow';

export const saturation: ServicesHandler = {
  kind: 'services',
  title: 'Saturation',
  description: 'Use of each resource over its own limit, on the worst instance',
  format: 'series',
  curves: () => ['saturation'],
  lines: ({ facts }, curves, context) =>
    facts.saturation.map(({ resource, use }): Line => ({
      name: 'saturation',
      unit: 'share',
      labels: { resource },
      points: pointsWithNow(curves.saturation.get(resource) ?? null, use, context),
    })),
  columns: ['service', 'tier', 'owner', 'bottleneck', 'bottleneckUse', 'utilisation', 'notes', 'key', 'link'],
};
