import { type MetricSeries } from '../model/metricSeries';

/** The samples of one series in one block: positions in the list of ticks, and values. */
export interface SeriesColumn {
  readonly series: MetricSeries;
  readonly ticks: number[];
  readonly values: number[];
}
