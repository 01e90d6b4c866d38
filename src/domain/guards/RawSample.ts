/** One sample as Prometheus stored it, with its own timestamp (epoch milliseconds of the server). Never an evaluated point. */
export interface RawSample {
  readonly at: number;
  readonly value: number;
}

/** One series of one subject, in any order; two samples of one timestamp count once. */
export type RawSeries = readonly RawSample[];
