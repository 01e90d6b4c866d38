import type { Tier } from '../catalogue/Tier';

/** How the load is chosen. Shares in basis points of the pool's traffic, demand in requests/s. */
export type Course =
  /** Fixed shares, ascending; ends at the first failure. */
  | { readonly kind: 'steps'; readonly sharesBp: readonly number[] }
  /** `count` shares from one to another, evenly spaced or each a constant factor above the last. */
  | { readonly kind: 'curve'; readonly fromBp: number; readonly toBp: number; readonly count: number; readonly shape: 'linear' | 'exponential' }
  /** Finds the limit. `priorRps` is the last benchmark: with it the search starts just below it. */
  | { readonly kind: 'search'; readonly priorRps: number | null };

/** What a run shall prove: `rps` carried with at most `errorRatio` failures. */
export interface Goal {
  readonly rps: number;
  readonly errorRatio: number;
}

/** Limits of the fast guards. Ratios 0 to 1, seconds. Null = this guard is off. */
export interface GuardLimits {
  /** Of the 30 s mean. */
  readonly cpuSoft: number | null;
  /** Of a single difference of samples. */
  readonly cpuHard: number | null;
  readonly p99Seconds: number | null;
  /** Failures above which a step fails, with at least `leastErrors` of them. */
  readonly errorRatio: number;
  readonly leastErrors: number;
  /** Failures of one difference of samples that end the run at once. */
  readonly errorRatioHard: number;
  readonly rejectRatio: number | null;
  readonly memory: number | null;
  /** Part of the time that garbage collection stops the process. */
  readonly gc: number | null;
  /** Busy threads of a bounded pool, blocked ones among all. */
  readonly threads: number | null;
  /** Connections in use of each pool. */
  readonly pools: number | null;
  /** Open files of those allowed. */
  readonly files: number | null;
  readonly eventLoopSeconds: number | null;
  /** Scheduling periods in which a container was held back. */
  readonly throttled: number | null;
  /** The same limits hold the worst peer. */
  readonly peers: boolean;
}

/** A service beside the one that is tested, held to its own limits during the run: its guards end it. */
export interface GuardedDependency {
  /** ServiceRef.key. */
  readonly service: string;
  /** `downstream` is called by the service, `upstream` calls it. */
  readonly direction: 'downstream' | 'upstream';
  /** Null = the lesser of 2 s and four times what it was before the run. */
  readonly p99Seconds: number | null;
  /** The target's own pool of connections to it; null = the one that carries its name. */
  readonly pool: string | null;
}

/** How the metric of an operator's own guard is read: its value, its growth a second, or either over that of another. */
export type ExtraMeasure = 'gauge' | 'rate' | 'gauge-ratio' | 'rate-ratio';

/** One more guard of the operator's own, on a metric that the targets of the service publish. */
export interface ExtraGuard {
  readonly title: string;
  /** `name` or `name{label="value"}`; several series are summed. */
  readonly metric: string;
  readonly measure: ExtraMeasure;
  /** What a ratio divides by, written alike; null for the others. */
  readonly of: string | null;
  /** Violated above. */
  readonly limit: number;
  /** Mean of this long; 0 = one difference of samples decides. */
  readonly windowSeconds: number;
  readonly on: 'target' | 'peers' | 'both';
  /** `safety` ends the run, `limit` makes a search back off; on peers it always ends the run. */
  readonly role: 'safety' | 'limit';
}

export type JudgeChoice =
  | { readonly kind: 'headroom'; readonly stopShift: number; readonly permitShift: number }
  /** `config` is the text of a Kayenta canary configuration (JSON). */
  | { readonly kind: 'aca'; readonly config: string; readonly pass: number; readonly marginal: number };

export interface PlanLimits {
  /** Greatest share of the pool the target may get. */
  readonly shareBp: number;
  /** Greatest demand of the target, requests/s; null = what preflight allows. */
  readonly demandRps: number | null;
  /** Greatest raise in one step. */
  readonly stepBp: number;
  readonly runSeconds: number;
  /** Requests that may be harmed by the run altogether. */
  readonly harmedRequests: number;
}

/** What an operator chose; everything has a default (`defaultPlan`). Read untrusted ones with `parsePlan`. */
export interface RampPlan {
  readonly schema: 1;
  readonly name: string;
  /** ServiceRef.key. */
  readonly service: string;
  readonly pool: string;
  /** Member of the pool that is loaded. */
  readonly target: string;
  /** Second member, loaded alike; for `pair` only. */
  readonly pairedWith: string | null;
  /** `limit` finds it, `hold` proves a load is carried, `pair` compares two versions at one share. */
  readonly result: 'limit' | 'hold' | 'pair';
  readonly course: Course;
  readonly goal: Goal | null;
  /** Time a judged step is held at least, after it settled. */
  readonly dwellSeconds: number;
  /** Life of the lease without renewal. */
  readonly ttlSeconds: number;
  readonly guards: GuardLimits;
  readonly dependencies: readonly GuardedDependency[];
  readonly extraGuards: readonly ExtraGuard[];
  readonly judge: JudgeChoice;
  readonly limits: PlanLimits;
  readonly reason: string;
  readonly tier: Tier;
  /** The operator states that requests are not bound to an instance (no sticky sessions, no long-lived connections). */
  readonly stateless: boolean;
}
