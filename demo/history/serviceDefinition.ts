export type Tier = 'P0' | 'P1' | 'P2';
export type MetricFamily = 'prometheus-client' | 'opentelemetry';
export type RhythmName = 'shop' | 'office' | 'steady' | 'nightly';

/** The cases the demo has to show; a test asks that each is in the table. */
export type Situation =
  | 'live'
  | 'ordinary'
  | 'short'
  | 'over-provisioned'
  | 'without CPU'
  | 'stale'
  | 'new'
  | 'gaps and reset'
  | 'another resource first'
  | 'too little variation'
  | 'uneven zones'
  | 'autoscaled'
  | 'costlier release'
  | 'cheaper release'
  | 'scaled out after the peak'
  | 'overloaded at its peak'
  | 'memory first'
  | 'same name';

export interface DemandShape {
  /** Requests per second at the top of an ordinary weekday. */
  readonly peak: number;
  readonly rhythm: RhythmName;
  /** Share of the peak left at the quietest hour. */
  readonly night: number;
  /** How far noise moves it either way, as a share. */
  readonly noise: number;
  /** Factor at the crest of the campaign; 1 when the campaign did not reach this service. */
  readonly campaign: number;
  /** Growth a month, as a share. */
  readonly growth: number;
}

export interface Route {
  readonly path: string;
  /** Share of the service's requests. */
  readonly share: number;
  /** CPU and latency as a multiple of the service's mean (made exact when it is read: shares x costs = 1). */
  readonly cost: number;
}

/** A release or a change of the instance count, rolled out one instance every five minutes. */
export interface Phase {
  readonly daysAgo: number;
  readonly version: string;
  readonly cpuMs: number;
  readonly instances: number;
}

export interface ServiceDefinition {
  readonly namespace: string;
  readonly name: string;
  readonly owner: string;
  readonly tier: Tier;
  readonly family: MetricFamily;
  readonly situations: readonly Situation[];
  /** What the reader of the demo should see here; printed in the README. */
  readonly shows: string;
  readonly demand: DemandShape;
  readonly routes: readonly Route[];
  /** Oldest first. */
  readonly phases: readonly Phase[];
  readonly zones: readonly string[];
  /** CPU limit of one instance, and the number of requests it can compute at once. */
  readonly cores: number;
  /** CPU that an idle instance burns, in cores. */
  readonly idleCpu: number;
  /** Time a request waits for others, in which it holds no CPU. */
  readonly ioMs: number;
  readonly errorShare: number;
  readonly memory: { readonly baseMb: number; readonly perRequestInFlightMb: number; readonly limitMb: number };
  /** A pool that every request holds for a while: the limit that is not CPU. */
  readonly pool?: { readonly size: number; readonly holdMs: number };
  readonly autoscaler?: { readonly min: number; readonly max: number; readonly targetUse: number };
  /** Days on which part of the instances was taken out for two hours to see the rest carry the evening. */
  readonly drills?: { readonly daysAgo: readonly number[]; readonly hour: number; readonly keep: number };
  readonly gaps?: ReadonlyArray<{ readonly daysAgo: number; readonly hours: number }>;
  /** Days ago on which every instance restarted under its old name: a counter reset. */
  readonly restarts?: readonly number[];
  readonly withoutCpu?: boolean;
  /** Latency is told only from now on: a thousand histograms would not fit the budget. */
  readonly withoutLatencyHistory?: boolean;
}
