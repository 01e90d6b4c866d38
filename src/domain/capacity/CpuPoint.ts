/** One hour of one service, per instance: what a CPU estimate is made of. */
export interface CpuPoint {
  /** Start of the hour, epoch milliseconds. */
  readonly at: number;
  /** Requests/s an instance. */
  readonly demand: number;
  /** CPU cores used an instance. */
  readonly cpu: number;
  /** p99 or mean latency, seconds (the same one in all points). */
  readonly latency?: number;
  /** Other resources by name: use over their own limit, 0 to 1 and above. */
  readonly otherSaturation?: Readonly<Record<string, number>>;
  /** Version that ran; null when labels do not say. */
  readonly version: string | null;
}
