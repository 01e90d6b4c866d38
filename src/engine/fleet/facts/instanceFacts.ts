import type { Figure } from '../../../domain/base/Figure';
import type { LabelledValue } from '../../../ports/Metrics';
import type { ProfileReadings } from '../ProfileReadings';
import { nowFigure } from './nowFigure';

export interface InstanceFacts {
  readonly instances: Figure;
  readonly zones: ReadonlyMap<string, number>;
  readonly versions: ReadonlyMap<string, number>;
  readonly specs: ReadonlyMap<string, number>;
}

const ABSENT = {
  reason: 'no instance has reported in the last minutes',
  next: 'Check that the service is scraped, or name the label that tells its instances apart in Configuration.',
};

/** Ready instances of a service, in all and by zone, version and instance spec where labels say so. */
export function instanceFacts(readings: ProfileReadings, key: string): InstanceFacts {
  const { zone, version, spec } = readings.source.context.profile.labels;
  const state = readings.now.get('instances-now');
  const rows = state?.state === 'read' ? (state.answer.rows.get(key) ?? []) : [];
  return {
    instances: nowFigure(readings, 'instances-now', key, 'instances', ABSENT),
    zones: countBy(rows, zone),
    versions: countBy(rows, version),
    specs: countBy(rows, spec),
  };
}

/** Instances by the value of a label; rows without the label are not counted anywhere. */
function countBy(rows: readonly LabelledValue[], label: string | undefined): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  if (label === undefined) {
    return counts;
  }
  for (const { labels, value } of rows) {
    const name = labels[label];
    if (name) {
      counts.set(name, (counts.get(name) ?? 0) + value);
    }
  }
  return counts;
}
