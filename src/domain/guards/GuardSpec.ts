import type { LoadCurve } from '../capacity/LoadCurve';
import type { SubjectRole } from './SubjectSamples';

/** A `safety` guard ends the run. A `limit` guard ends a fixed-step run and makes a search back off. */
export type GuardRole = 'safety' | 'limit';

/** `hard`: one adjacent difference decides. `soft`: the mean of 30 s, because one 5 s sample finds the limit 9 to 18 % too low. */
export type GuardStrength = 'hard' | 'soft';

interface Common {
  /** Unique in a plan. */
  readonly id: string;
  readonly role: GuardRole;
  readonly strength: GuardStrength;
  /** Consecutive distinct sample timestamps, the first included; at least 1. */
  readonly confirmations: number;
}

interface Measured extends Common {
  /** `peer`: each peer is held to the limit and the worst decides. */
  readonly on: SubjectRole;
  /** Only this subject of the role, for example one dependency; absent = all of them. */
  readonly who?: string;
  /** Milliseconds between samples where they do not come with the scrapes of the target (another job, an exporter with timestamps of its own). */
  readonly everyMs?: number;
  /** Mean of this long for a soft guard, milliseconds; absent = 30 s. */
  readonly windowMs?: number;
}

/** Failed (or rejected) requests among all: both the ratio and the count must be passed. Signals name `series` keys. */
export interface RatioGuard extends Measured {
  readonly kind: 'errors' | 'rejects';
  readonly part: string;
  readonly whole: string;
  /** 0 to 1. */
  readonly limit: number;
  /** Fewer than this many in the window never violate. */
  readonly floor: number;
}

/** Used CPU seconds a second over the cores the subject may use. */
export interface CpuGuard extends Measured {
  readonly kind: 'cpu';
  readonly seconds: string;
  readonly cores: number;
  /** 0 to 1 of those cores. */
  readonly limit: number;
}

/** A quantile of the latency buckets against a limit in seconds. */
export interface LatencyGuard extends Measured {
  readonly kind: 'latency';
  readonly quantile: number;
  readonly limitSeconds: number;
  /** Fewer requests than this in the window never violate: one slow of ten is no p99. */
  readonly floor: number;
}

/** The same quantile against the latency-load curve at the subject's own demand: violates above curve x (1 + tolerance). */
export interface LatencyCurveGuard extends Measured {
  readonly kind: 'latency-curve';
  readonly quantile: number;
  readonly requests: string;
  readonly curve: LoadCurve;
  readonly tolerance: number;
  readonly floor: number;
}

/** GC, threads, memory, connection pools. `counter`: growth a second; `gauge`: the value itself. Both over `capacity`. */
export interface SaturationGuard extends Measured {
  readonly kind: 'saturation';
  readonly resource: string;
  readonly signal: string;
  readonly measure: 'gauge' | 'counter';
  /** A number, or the name of a gauge of the same subject (its own limit). */
  readonly capacity: number | string;
  /** `capacity` names a counter: its growth counts. Where it did not grow there is nothing to measure. */
  readonly capacityGrows?: boolean;
  readonly limit: number;
  /** What `limit` is counted in; absent = a share of the capacity. */
  readonly unit?: string;
  /** The signal may have no series yet (no collection so far): then it did not grow, and the samples of this one are counted. */
  readonly alongside?: string;
}

/**
 * Router-sent minus completed grew by more than max(share, requests), or retries and redispatches did, or the queue
 * rose above `queueFloor`. All signals are the router's, of one scrape. Latency histograms record on completion, so a
 * hung target looks idle to them.
 */
export interface HangGuard extends Measured {
  readonly kind: 'hang';
  readonly sent: string;
  readonly completed: string;
  readonly queue: string | null;
  readonly retries: string | null;
  readonly redispatches: string | null;
  /** 0.1 and 20 by the design. */
  readonly share: number;
  readonly requests: number;
  readonly queueFloor: number;
}

/** Start time differs from the one pinned, `healthy` is 0, or the router no longer serves it. */
export interface RestartGuard extends Common {
  readonly kind: 'restarted';
  /** Gauge, epoch seconds; null where the service exports none. */
  readonly startTime: string | null;
  readonly pinnedStartSeconds: number | null;
  /** Gauge that is 1 while healthy, for example `up`; null when only the router's word counts. */
  readonly healthy: string | null;
}

export type MeasuredGuard = RatioGuard | CpuGuard | LatencyGuard | LatencyCurveGuard | SaturationGuard | HangGuard;

export type GuardSpec = MeasuredGuard | RestartGuard;
