import type { JudgedService } from './JudgedService';

/** The whole fleet under one growth, all judged. */
export interface JudgedFleet {
  readonly services: readonly JudgedService[];
  /** Growth on every peak these verdicts hold for. */
  readonly growth: number;
  readonly now: number;
}
