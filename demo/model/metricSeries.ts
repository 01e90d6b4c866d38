export type MetricType = 'counter' | 'gauge' | 'histogram';

/**
 * How often history keeps a series. `fine`: every tick. `coarse`: every second tick, still inside Prometheus' lookback.
 * `latency`: every tick, but only lately and around the campaign. `recent`: coarse, and only for the last month.
 * `never`: only told from now on.
 */
export type Cadence = 'fine' | 'coarse' | 'latency' | 'recent' | 'never';

/** One time series with its present value. */
export interface MetricSeries {
  /** Name of the metric family as OpenMetrics has it: without `_total`, `_bucket`, `_sum`, `_count`. */
  readonly family: string;
  readonly type: MetricType;
  /** Name and labels, as they stand in the exposition. */
  readonly key: string;
  readonly cadence: Cadence;
  readonly whole: boolean;
  value: number;
}
