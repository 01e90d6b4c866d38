import { HOUR } from '../../../domain/base/Duration';
import { pointsOf } from '../../../domain/base/Series';
import type { Kpi } from '../../../domain/promql/Question';
import type { ProfileReadings } from '../ProfileReadings';
import { historyOf } from './historyOf';

/** Values of an hourly question of one service by the start of their hour; rows of several versions are summed. */
export function hourlyPoints(readings: ProfileReadings, kpi: Kpi, rowKey: string): ReadonlyMap<number, number> {
  const history = historyOf(readings, kpi, rowKey);
  const points = new Map<number, number>();
  for (const { series } of history.known ? history.rows : []) {
    for (const { at, value } of pointsOf(series)) {
      points.set(at - HOUR, (points.get(at - HOUR) ?? 0) + value);
    }
  }
  return points;
}

/** The version of each hour: null while two ran, or where labels do not say. By the start of the hour. */
export function hourlyVersions(readings: ProfileReadings, rowKey: string): ReadonlyMap<number, string | null> {
  const label = readings.source.context.profile.labels.version;
  const history = historyOf(readings, 'hourly-instances', rowKey);
  const versions = new Map<number, string | null>();
  if (!history.known || label === undefined) {
    return versions;
  }
  // Where no row names a version, labels do not say; beside one that does, a row without speaks of other code.
  const labelled = history.rows.some(({ labels }) => Boolean(labels[label]));
  for (const { labels, series } of labelled ? history.rows : []) {
    const running = pointsOf(series).filter(({ value }) => value > 0);
    running.forEach(({ at }) => versions.set(at - HOUR, versions.has(at - HOUR) ? null : labels[label] || null));
  }
  return versions;
}
