import { FieldType, type DataFrame, type FieldConfig } from '@grafana/data';
import { timeAt, type Series } from '../../domain/base/Series';

/** One series as a frame of Grafana's; a gap stays a gap (null), never 0. */
export function seriesFrame(name: string, series: Series, config: FieldConfig): DataFrame {
  const times = Array.from(series.values, (_, i) => timeAt(series, i));
  const values = Array.from(series.values, (value) => (Number.isFinite(value) ? value : null));
  return pointsFrame(name, times, values, config);
}

/** Values at any times as a frame. */
export function pointsFrame(
  name: string,
  times: number[],
  values: Array<number | null>,
  config: FieldConfig
): DataFrame {
  return {
    name,
    length: times.length,
    fields: [
      { name: 'Time', type: FieldType.time, config: {}, values: times },
      { name, type: FieldType.number, config: { displayName: name, ...config }, values },
    ],
  };
}
