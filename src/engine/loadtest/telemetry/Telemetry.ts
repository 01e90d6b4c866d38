import type { Result } from '../../../domain/base/Result';
import type { TimeWindow } from '../../../domain/base/TimeWindow';
import type { CanaryQuery } from '../../../domain/canary/aca/CanaryConfig';
import type { ServiceFacts } from '../../../domain/capacity/ServiceFacts';
import type { AlertsSeen } from '../../../domain/ramp/AlertsSeen';
import type { GuardNotes } from '../../../domain/ramp/arming/GuardFacts';
import type { AskedSamples } from '../../../domain/ramp/AskedSamples';
import type { StepCurves } from '../../../domain/ramp/RunReport';
import type { Signal } from '../../../domain/ramp/Signal';
import type { SubjectSamples } from '../../../domain/guards/SubjectSamples';

/** Raw samples of the last `rangeMs`, with their own timestamps. */
export interface TelemetryReading {
  readonly subjects: readonly SubjectSamples[];
  /** Clock of the metrics store, epoch milliseconds; null = it did not say. */
  readonly now: number | null;
  /** What was asked for it, where it was asked. */
  readonly asked?: readonly AskedSamples[];
}

/** What the metrics say of the service before a run. Null = not known. */
export interface TelemetryFacts {
  readonly signals: ReadonlySet<Signal>;
  readonly buckets: boolean;
  readonly scrapeMs: number;
  readonly scrapeTimeoutMs: number | null;
  readonly cores: number | null;
  readonly memoryBytes: number | null;
  readonly version: string | null;
  readonly spec: string | null;
  readonly versionsInPool: readonly string[] | null;
  readonly targetStartedSeconds: number | null;
  /** Instances in the metrics that the target's name matches. */
  readonly targetMatches: number | null;
  readonly peakTodayRps: number | null;
  /** Demand one instance is known to carry. */
  readonly safeLimitRps: number | null;
  readonly autoscaler: { readonly min: number; readonly max: number } | null;
  /** Why it cannot be told whether there is one, or what its bounds are; absent = it can. */
  readonly autoscalerUnknown?: string;
  /** By whoever evaluates rules; empty = nobody could be asked. */
  readonly alerts: readonly AlertsSeen[];
  /** What could not be looked up for guards, and why; absent = nothing was tried. */
  readonly guardNotes?: GuardNotes;
  /** As the fleet page knows the service. */
  readonly service: ServiceFacts | null;
}

/** Values of one metric of a canary configuration: by member, by end of window. */
export type CanaryValues = ReadonlyMap<string, ReadonlyMap<number, number>>;

/** The metrics of one service as a load test needs them. Failures are texts for a person; an abort rejects with AbortError. */
export interface Telemetry {
  facts(signal: AbortSignal): Promise<Result<TelemetryFacts, string>>;
  /** @param rangeMs how far back */
  read(rangeMs: number, signal: AbortSignal): Promise<Result<TelemetryReading, string>>;
  /** Figures of each step, re-read for the report. Times are those of the samples. */
  curves(steps: ReadonlyArray<{ readonly index: number; readonly from: number; readonly to: number }>, signal: AbortSignal): Promise<Result<readonly StepCurves[], string>>;
  /**
   * Metrics of a canary configuration by name; absent = this telemetry cannot ask.
   * @param ends of the windows, first to last, `step` milliseconds apart
   */
  canary?(queries: ReadonlyMap<string, CanaryQuery>, ends: TimeWindow, step: number, signal: AbortSignal): Promise<Result<ReadonlyMap<string, CanaryValues>, string>>;
  /** Signals every subject must have fresh samples of. */
  readonly required: readonly Signal[];
}
