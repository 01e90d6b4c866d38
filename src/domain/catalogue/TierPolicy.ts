import type { Tier } from './Tier';

export type Redundancy = 'zone' | 'n+1' | 'none';

/** What a tier asks of its services. Shares are 0 to 1. */
export interface TierPolicy {
  readonly peakBasis: 'ath' | 'third-highest-daily-peak-30d';
  /** Growth over the peak that must fit, as a factor: 1.5 = +50 %. */
  readonly eventFactor: number;
  /** Event factor when the ATH was itself an event. */
  readonly eventFactorAfterEvent: number;
  /** Share of the benchmark kept free in normal operation. */
  readonly reserve: number;
  /** Share kept free after losing what the tier must survive. */
  readonly degradedReserve: number;
  readonly redundancy: Redundancy;
  readonly shortIs: 'critical' | 'warning' | 'information';
}

export type PolicyTable = Readonly<Record<Tier, TierPolicy>>;

/** Defaults of design/product: each margin answers one question and is asked for once. */
export const DEFAULT_POLICY: PolicyTable = {
  P0: {
    peakBasis: 'ath',
    eventFactor: 1.5,
    eventFactorAfterEvent: 1.0,
    reserve: 0.3,
    degradedReserve: 0.15,
    redundancy: 'zone',
    shortIs: 'critical',
  },
  P1: {
    peakBasis: 'ath',
    eventFactor: 1.25,
    eventFactorAfterEvent: 1.25,
    reserve: 0.3,
    degradedReserve: 0.1,
    redundancy: 'n+1',
    shortIs: 'warning',
  },
  P2: {
    peakBasis: 'third-highest-daily-peak-30d',
    eventFactor: 1.0,
    eventFactorAfterEvent: 1.0,
    reserve: 0.2,
    degradedReserve: 0,
    redundancy: 'none',
    shortIs: 'information',
  },
};
