import type { Evidence } from '../base/Evidence';
import type { Figure } from '../base/Figure';
import type { CapacityInputs } from './CapacityInputs';
import type { KnownLimits } from './knownLimits';
import type { PolicyInForce } from './policyInForce';
import type { PeakBasis } from './tierPeakBasis';

/** Something a verdict needs and does not have. */
export interface Missing {
  readonly reason: string;
  readonly nextStep: string | undefined;
}

/** What a judgement stands on: policy, measured inputs and what is missing of them. */
export interface Grounds {
  readonly policy: PolicyInForce;
  readonly basis: PeakBasis;
  /** Peak basis x (1 + growth), bursts not in it yet. */
  readonly peakBasis: Figure;
  readonly burst: number;
  readonly skew: number;
  readonly deployed: Figure;
  readonly limits: KnownLimits;
  /** What the arithmetic lacks, the benchmark apart (see `limits.missing`). */
  readonly missing: readonly Missing[];
  /** Inputs by the limits that are known, also without a benchmark; null when the arithmetic cannot be done at all. */
  readonly inputs: CapacityInputs | null;
  /** True when the true peak was at least the one used. */
  readonly censored: boolean;
  /** All that the figures rest on, without arithmetic. */
  readonly evidence: Evidence;
  /** What a person should know about the assumptions. */
  readonly notes: readonly string[];
}
