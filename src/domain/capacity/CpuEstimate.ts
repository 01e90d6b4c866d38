import type { LinearFit } from '../stats/LinearFit';
import type { Benchmark, NoBenchmark } from './Benchmark';
import type { CpuPoint } from './CpuPoint';

/** Why an estimate was refused. */
export type CpuRefusal =
  | 'no-cores'
  | 'too-few-points'
  | 'too-little-variation'
  | 'mixed-versions'
  | 'no-relation'
  | 'curvature'
  | 'limit-below-idle';

export interface CpuEstimateMade {
  readonly kind: 'estimate';
  readonly benchmark: Benchmark;
  readonly quality: 'estimated' | 'extrapolated';
  /** Line of CPU cores an instance against requests/s an instance, for drawing. */
  readonly fit: LinearFit;
  /** Points the line rests on. */
  readonly used: readonly CpuPoint[];
  /** CPU the line was read at, cores an instance. */
  readonly cpuLimit: number;
  /** How it was made, a line each. */
  readonly lines: readonly string[];
}

export interface CpuEstimateRefused {
  readonly kind: 'refused';
  readonly code: CpuRefusal;
  readonly noBenchmark: NoBenchmark;
}

export type CpuEstimate = CpuEstimateMade | CpuEstimateRefused;

export const refuseEstimate = (code: CpuRefusal, reason: string, next: string): CpuEstimateRefused => ({
  kind: 'refused',
  code,
  noBenchmark: { reason, next },
});
