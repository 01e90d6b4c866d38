import type { InstanceLimits } from './InstanceLimits';

/** What must be survived. `zones` >= 2. */
export type SurvivalRule = { readonly kind: 'zone'; readonly zones: number } | { readonly kind: 'n+1' } | { readonly kind: 'none' };

/** Everything the capacity arithmetic needs, in plain numbers (see design/product "Capacity arithmetic, exactly"). */
export interface CapacityInputs {
  /** Peak basis L, requests/s. */
  readonly peakBasis: number;
  /** Burst b >= 1: how far a minute rises above its five minutes. */
  readonly burst: number;
  /** Event factor k >= 1 is usual; > 0. */
  readonly eventFactor: number;
  /** Skew s >= 1: busiest instance over the mean. */
  readonly skew: number;
  /** 0 <= reserve < 1. */
  readonly reserve: number;
  readonly degradedReserve: number;
  readonly survival: SurvivalRule;
  readonly limits: InstanceLimits;
  /** Instances judged: ready ones, or the autoscaler's maximum. */
  readonly deployed: number;
}
