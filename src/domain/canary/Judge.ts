import type { LoadCurve } from '../capacity/LoadCurve';

/** `limit` finds what is carried, `hold` proves that x is carried, `pair` compares two versions at the same share. */
export type RunMode = 'limit' | 'hold' | 'pair';

/** One instance in one window. Windows are max(20 s, 2 scrapes) long and never overlap. */
export interface WindowReading {
  /** Requests/s over the window; null when unknown. */
  readonly demand: number | null;
  /** Requests that ended in the window, and those that failed; null when unknown. */
  readonly requests: number | null;
  readonly errors: number | null;
  /** By metric name, in the metric's unit; null, NaN or absent = missing. */
  readonly values: Readonly<Record<string, number | null>>;
}

export interface JudgeWindow {
  readonly from: number;
  readonly to: number;
  readonly target: WindowReading;
  /** Peers at the same time; in `pair` the other version alone. */
  readonly peers: readonly WindowReading[];
}

/**
 * `latency`: rises with load, so that a `limit` run judges it against the curve. Give the mean, not an interpolated p99.
 * `tail`: share of requests above a bucket bound (0 to 1). `cost`: CPU seconds a second; judged as slope over demand.
 */
export type JudgeMetricKind = 'latency' | 'tail' | 'cost';

export interface JudgeMetric {
  readonly name: string;
  readonly kind: JudgeMetricKind;
  readonly unit: string;
  /** Latency at load of earlier runs; null = none. */
  readonly curve: LoadCurve | null;
  /** In the metric's unit; above it a `limit` run stops, and below it latency may rise as it likes where no curve says more. Null = none: twice is allowed. */
  readonly absoluteLimit: number | null;
}

export interface JudgeInput {
  readonly mode: RunMode;
  readonly metrics: readonly JudgeMetric[];
  /** Windows of this step, after it settled, oldest first. */
  readonly windows: readonly JudgeWindow[];
  /** Windows before the run (30 or more), from history, oldest first. */
  readonly preRun: readonly JudgeWindow[];
  /** False only where the service is known to export no error counter; else missing counts never permit. */
  readonly countsErrors?: boolean;
  /** Makes the little noise some tests add repeatable. */
  readonly seed: number;
}

/** `continue`: more windows are coming. `inconclusive`: there will be no more, or data are missing; never permits. */
export type JudgeDecision = 'permit' | 'stop' | 'continue' | 'inconclusive';

export interface MetricVerdict {
  readonly name: string;
  readonly decision: JudgeDecision;
  /** ACA label, or what the default judge found: for badges. */
  readonly label: string;
  readonly samples: { readonly target: number; readonly control: number; readonly missing: number };
  /** Size of the change, in `effectUnit`: a ratio (1.12 = +12 %) or points (0.01 = 1 point); null when unknown. */
  readonly effect: number | null;
  readonly effectUnit: 'ratio' | 'points';
  /** Confidence limits of the effect, same unit; null where there is none. */
  readonly lower: number | null;
  readonly upper: number | null;
  /** What lower is held against to stop, and upper to permit, same unit. */
  readonly stopAbove: number | null;
  readonly permitBelow: number | null;
  /** The rule that decided, for a person. */
  readonly rule: string;
  /** What would have flipped it, for a person. */
  readonly flip: string;
  /** False = reported only, did not take part in the decision. */
  readonly counts: boolean;
}

export interface JudgeVerdict {
  readonly judge: string;
  readonly decision: JudgeDecision;
  readonly reason: string;
  /** Windows after which it is worth asking again; null when the answer is final. */
  readonly nextLook: number | null;
  readonly metrics: readonly MetricVerdict[];
  /** 0 to 100, ACA only. */
  readonly score: number | null;
}

export interface Judge {
  readonly name: string;
  /** Windows after which this judge looks; asking between them answers `continue`. */
  readonly looks: readonly number[];
  judge(input: JudgeInput): JudgeVerdict;
}
