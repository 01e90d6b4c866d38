import type { Unit } from '../base/Unit';

/** What a question is about; one grouped query each, whatever the number of services. */
export type Kpi =
  // now, instant
  | 'demand-now'
  | 'error-ratio-now'
  | 'instances-now'
  | 'cores-per-instance'
  | 'autoscaler'
  | 'saturation'
  // history, one point a day
  | 'daily-peak'
  | 'daily-peak-while-failing'
  // history, one point an hour
  | 'hourly-demand'
  | 'hourly-cores'
  | 'hourly-instances'
  | 'hourly-busiest-instance'
  | 'hourly-latency'
  // history, one point every five minutes of the last day
  | 'burst'
  // one service only
  | 'service-demand'
  | 'service-hourly-peak'
  | 'service-minute-peak'
  | 'service-cores'
  | 'service-p99'
  | 'service-in-flight'
  | 'service-instances'
  | 'service-error-ratio'
  | 'service-saturation'
  | 'service-autoscaler'
  | 'api-top'
  | 'api-demand'
  | 'api-p99';

/** One question in domain terms, already turned into PromQL. */
export interface Question {
  /** Stable name: KPI, profile and whatever else changes the text. Names the ledger page together with the source. */
  readonly id: string;
  readonly kpi: Kpi;
  readonly profileId: string;
  readonly expr: string;
  /** Labels of the answer that hold the service's grouping values, in the order of the profile's `group`. */
  readonly join: readonly string[];
  /** Further labels of the answer (zone, version, route, resource, ...). */
  readonly extra: readonly string[];
  readonly unit: Unit;
  /** Null for an instant question; else the step in milliseconds. */
  readonly step: number | null;
  /** Span of time one point speaks of, looking back from its timestamp, milliseconds. */
  readonly lookback: number;
  /** One line: what is read and why. */
  readonly doc: string;
  /** Name of the recorded series used instead of the raw expression; null when raw. */
  readonly recorded: string | null;
}

/** A KPI that this profile cannot answer, with what would make it answerable. */
export interface NoQuestion {
  readonly kpi: Kpi;
  readonly reason: string;
  readonly next: string;
}
