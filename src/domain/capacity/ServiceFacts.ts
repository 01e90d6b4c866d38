import type { Figure } from '../base/Figure';
import type { ServiceRef } from '../catalogue/ServiceRef';
import type { Redundancy, TierPolicy } from '../catalogue/TierPolicy';
import type { Tier } from '../catalogue/Tier';
import type { Benchmark, NoBenchmark } from './Benchmark';

/** A peak: greatest demand of some span, with its time, window and span covered. */
export interface PeakFact {
  readonly figure: Figure;
  /** When it was reached; null when unknown. */
  readonly at: number | null;
  /** How exactly: it lies within `[at, at + span)`, milliseconds. Absent = to the sample. */
  readonly span?: number;
  /** Rate window behind it, milliseconds. */
  readonly window: number;
  /** First moment covered. */
  readonly since: number | null;
  /** Reached while errors were above 2 % or utilisation above 1: true demand was at least this. */
  readonly censored: boolean;
}

export interface Autoscaler {
  readonly min: number | null;
  readonly max: number | null;
  readonly desired: number | null;
}

export interface Saturation {
  readonly resource: string;
  /** Use over its own limit, 0 to 1 and above. */
  readonly use: Figure;
}

/** What is known of one service, all measured or stated; no policy applied yet. */
export interface ServiceFacts {
  readonly service: ServiceRef;
  readonly tier: Tier;
  readonly tierFrom: 'exception' | 'label' | 'rule' | 'default';
  readonly owner: string | null;
  readonly policy: TierPolicy;
  readonly redundancy: Redundancy;
  readonly demandNow: Figure;
  readonly errorRatio: Figure;
  readonly ath: PeakFact;
  /** Third-highest daily peak of 30 days. */
  readonly thirdPeak: PeakFact;
  readonly athWasEvent: boolean;
  /** Overrides the policy's event factor. */
  readonly eventFactor: number | null;
  readonly burst: Figure;
  readonly skew: Figure;
  /** Ready instances. */
  readonly instances: Figure;
  /** Ready instances by zone; empty when zones are unknown. */
  readonly zones: ReadonlyMap<string, number>;
  /** Zones stated in the catalogue, where labels do not say. */
  readonly declaredZones: number | null;
  readonly versions: ReadonlyMap<string, number>;
  /** Ready instances by instance spec; empty when labels do not say. */
  readonly specs: ReadonlyMap<string, number>;
  /** Null = not autoscaled, or nobody reports it; see `autoscalerUnknown`. */
  readonly autoscaler: Autoscaler | null;
  /** Why nobody can say now whether it is autoscaled; absent = that is known. Ready instances are then the least it may have. */
  readonly autoscalerUnknown?: string;
  readonly benchmark: Benchmark | NoBenchmark;
  readonly concurrencyLimit: number | null;
  readonly latencySeconds: Figure;
  readonly coresPerInstance: number | null;
  readonly cpuPerRequest: Figure;
  readonly saturation: readonly Saturation[];
  readonly pricePerInstanceHour: number | null;
  /** Last sample of demand, epoch milliseconds; null when never seen. */
  readonly lastSeen: number | null;
  /** First sample of demand. */
  readonly firstSeen: number | null;
}
