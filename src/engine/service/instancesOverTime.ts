import { timeAt, type Series } from '../../domain/base/Series';
import type { LabelledSeries } from '../../ports/Metrics';

/** Sum of rows that stand on one grid; NaN where none has a value. Null when there are no rows. */
export function instancesOverTime(rows: readonly LabelledSeries[]): Series | null {
  const first = rows[0]?.series;
  if (!first) {
    return null;
  }
  const values = new Float64Array(first.values.length).fill(NaN);
  for (const { series } of rows) {
    series.values.forEach((value, i) => {
      if (Number.isFinite(value)) {
        values[i] = (Number.isNaN(values[i]) ? 0 : (values[i] ?? 0)) + value;
      }
    });
  }
  return { ...first, values };
}

/** The one version that ran at each moment of the grid; null while two ran side by side, or labels do not say. */
export function versionsOverTime(rows: readonly LabelledSeries[], label: string | undefined): ReadonlyMap<number, string | null> {
  const versions = new Map<number, string | null>();
  if (label === undefined) {
    return versions;
  }
  for (const { labels, series } of rows) {
    const version = labels[label];
    series.values.forEach((value, i) => {
      if (version && value > 0) {
        const at = timeAt(series, i);
        const other = versions.get(at);
        versions.set(at, other === undefined || other === version ? version : null);
      }
    });
  }
  return versions;
}
