import type { JudgeVerdict } from '../canary/Judge';
import type { DemandInterval, Outcome } from './Outcome';
import type { ReleaseComparison } from './releaseComparison';

/** One thing over a step: seconds, cores, bytes or requests/s by field; null = no data: not published, or the step was over before a window was full. */
export interface StepFigures {
  readonly demandRps: number | null;
  readonly cpuCores: number | null;
  readonly memoryBytes: number | null;
  readonly meanSeconds: number | null;
  readonly p99Seconds: number | null;
  readonly errorRatio: number | null;
}

export interface NamedFigures extends StepFigures {
  readonly name: string;
}

/** What was read of one step, from the metrics. */
export interface StepCurves {
  readonly index: number;
  readonly target: StepFigures;
  /** Means of those that are known. */
  readonly peers: StepFigures;
  /** CPU per request of the dearest tenth of the peers over that of all (p90 over mean), 1 = all alike; absent or null = not known. */
  readonly peerSpread?: number | null;
  /** Top five by demand. */
  readonly apis: readonly NamedFigures[];
  readonly dependencies: readonly NamedFigures[];
}

export interface ReportStep extends StepCurves {
  readonly purpose: string;
  /** Fractions of the pool, 0 to 1. */
  readonly commandedShare: number;
  readonly measuredShare: number | null;
  readonly offeredRps: number;
  readonly result: 'carried' | 'failed' | 'abandoned';
  readonly why: string;
  readonly from: number;
  readonly to: number;
}

/** Everything a finished run tells. Times are epoch milliseconds of the keeper, durations milliseconds. */
export interface RunReport {
  readonly schema: 1;
  readonly runId: string;
  readonly service: string;
  readonly pool: string;
  readonly target: string;
  readonly by: string;
  readonly reason: string;
  readonly startedAt: number;
  readonly endedAt: number;
  readonly outcome: Outcome;
  readonly headline: string;
  /** Null = this run gives none; `benchmarkWords` says why. */
  readonly benchmark: (DemandInterval & { /** After the ratio of CPU per request of target and peers. */ readonly fleetRps: number; readonly cpuRatio: number | null }) | null;
  readonly benchmarkWords: string;
  readonly limitedBy: string;
  readonly steps: readonly ReportStep[];
  /** CPU against demand over the steps: cores = intercept + slope x requests/s. Null = fewer than two points. */
  readonly cpuTrend: { readonly slope: number; readonly intercept: number; readonly points: number } | null;
  /** Null = not measured. */
  readonly maxShare: number | null;
  readonly maxRps: number | null;
  /** What ran out first, with what else the run tells of it. */
  readonly bottleneck: string;
  /** Demand at which latency begins to rise faster than load; null = none within the steps. */
  readonly knee: { readonly rps: number; readonly words: string } | null;
  readonly kneeWords: string;
  readonly version: string;
  readonly spec: string;
  /** Members of the pool when it was looked at; null = not measured. */
  readonly deployedInstances: number | null;
  /** Instances the policy asks for, of the peak (`athRps`) its tier is judged by; null with the reason in `requiredWords`. */
  readonly required: { readonly instances: number; readonly athRps: number; readonly eventFactor: number } | null;
  readonly requiredWords: string;
  /** As many as the fleet page offers to give back, 0 = none is spare; null = not known, or not offered: `requiredWords` says why. */
  readonly spareInstances: number | null;
  readonly verdicts: ReadonlyArray<{ readonly step: number; readonly verdict: JudgeVerdict }>;
  /** From the first sample past the guard to baseline; null = no fault, or not measured. */
  readonly faultToBaselineMs: number | null;
  /** What it was counted from, and the most it can have been. */
  readonly faultToBaselineWords: string;
  readonly timeToRecoverMs: number | null;
  readonly measuredReturnMs: number | null;
  /** Null = not measured. */
  readonly harmedRequests: number | null;
  readonly checks: ReadonlyArray<{ readonly title: string; readonly state: string; readonly evidence: string }>;
  readonly warnings: readonly string[];
  /** This release beside the one before; null with the reason in `comparisonWords`. */
  readonly comparison: ReleaseComparison | null;
  readonly comparisonWords: string;
  /** Of the service's page at the same time range; path within Grafana. */
  readonly link: string;
  /** Of the app's dashboard at the same time range; path within Grafana. */
  readonly dashboard: string;
}
