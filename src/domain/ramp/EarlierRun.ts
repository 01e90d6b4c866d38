/** One steady stretch of an earlier run: an instance, or its peers on average, at one demand. */
export interface EarlierPoint {
  /** Requests/s, above 0. */
  readonly demand: number;
  /** Above 0. */
  readonly meanSeconds: number;
  /** Null = the service has no latency buckets. */
  readonly p99Seconds: number | null;
  readonly lastedMs: number;
}

/** What an earlier run tells of latency under load. */
export interface EarlierRun {
  readonly runId: string;
  /** When it ended, epoch milliseconds. */
  readonly at: number;
  readonly target: string;
  readonly version: string | null;
  readonly points: readonly EarlierPoint[];
}
