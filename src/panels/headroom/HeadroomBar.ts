import type { DataFrame } from '@grafana/data';

/** What a bar says by its colour and its word. */
export type BarStatus = 'short' | 'low' | 'ok' | 'idle' | 'unbalanced' | 'stale' | 'unknown';

/** One service as the panel draws it. Demand and capacity are in the unit of the queries; null is not known. */
export interface HeadroomBar {
  readonly service: string;
  readonly tier: string | null;
  readonly owner: string | null;
  readonly status: BarStatus;
  readonly demand: number | null;
  readonly ath: number | null;
  readonly eventDemand: number | null;
  readonly requiredCapacity: number | null;
  readonly capacity: number | null;
  /** Growth over the plain peak that fits. */
  readonly headroom: number | null;
  /** Growth the tier asks for. */
  readonly asked: number | null;
  readonly spare: number | null;
  /** Why the status is what it is, what is stale or missing. */
  readonly notes: string | null;
  /** Address of the service page, without sub-path. */
  readonly path: string | null;
  /** Where the row stands, for data links. */
  readonly frame: DataFrame;
  readonly row: number;
}

/** What became of the panel's data: bars, or the reason in words why there is none. */
export interface BarsReading {
  readonly bars: readonly HeadroomBar[];
  /** Shown above the bars when there are some, in their place when there are none. */
  readonly problem: string | null;
}
