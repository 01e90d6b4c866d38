import type { Redundancy } from '../catalogue/TierPolicy';

/** What-if inputs of the service page; each replaces what policy or measurement says. Absent = not asked. */
export interface WhatIf {
  readonly eventFactor?: number;
  readonly reserve?: number;
  readonly degradedReserve?: number;
  readonly redundancy?: Redundancy;
  readonly zones?: number;
  readonly instances?: number;
  /** Lower end of the benchmark, requests/s an instance. */
  readonly benchmarkLow?: number;
}

export interface JudgeOptions {
  /** Fleet-wide slider: growth on every peak, 0.2 = +20 %; above -1. */
  readonly growth: number;
  /** Epoch milliseconds. */
  readonly now: number;
  readonly overrides?: WhatIf;
}
