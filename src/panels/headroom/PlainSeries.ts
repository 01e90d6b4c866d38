import type { DataFrame, Labels } from '@grafana/data';

/** One series of a plain query, at its newest value. */
export interface PlainSeries {
  /** Null when it has none in this time range. */
  readonly value: number | null;
  /** Epoch milliseconds of that value; null when there is none, or the answer says no times. */
  readonly at: number | null;
  /** Milliseconds between two values; null when that cannot be told. */
  readonly step: number | null;
  readonly labels: Labels;
  readonly frame: DataFrame;
}
