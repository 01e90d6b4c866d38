/** The pretended service a run can be tried on. Demand in requests/s. */
export interface SimulatedTargetOptions {
  readonly members: number;
  readonly poolRps: number;
  /** Demand at which the target is fully busy. */
  readonly capacityRps: number;
  /** Workers of one instance: how latency rises with load. */
  readonly workers: number;
  readonly serviceTimeSeconds: number;
  /** Standard deviation of the logarithm of what is measured. */
  readonly noise: number;
  readonly scrapeSeconds: number;
  readonly seed: number;
  /** Virtual seconds in one second: 1 = as in life. */
  readonly speed: number;
}
