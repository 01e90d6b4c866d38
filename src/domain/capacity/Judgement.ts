import type { Figure } from '../base/Figure';
import type { CapacityInputs } from './CapacityInputs';

export type StatusKind =
  | 'short'        // fewer instances than the policy needs
  | 'unbalanced'   // holds on paper, zones are uneven
  | 'unknown'      // something the verdict needs is not known
  | 'stale'        // no samples for a while
  | 'ok'
  | 'idle';        // far more instances than the policy needs

export type Severity = 'critical' | 'warning' | 'information' | 'none' | 'unknown';

/** Verdict in words, with every reason; the first is the one to show. */
export interface Status {
  readonly kind: StatusKind;
  readonly severity: Severity;
  readonly reasons: readonly string[];
}

/** Policy applied to facts. */
export interface Judgement {
  /** Null when an input is unknown; the figures below then say which. */
  readonly inputs: CapacityInputs | null;
  /** Peak basis x burst (the plain peak Lb). */
  readonly peak: Figure;
  /** Lb x event factor. */
  readonly designDemand: Figure;
  readonly capacity: Figure;
  /** capacity / Lb - 1: growth over the plain peak that fits. */
  readonly headroom: Figure;
  /** Growth the tier asks for: event factor - 1. */
  readonly asked: number;
  readonly eventMargin: Figure;
  readonly utilisation: Figure;
  readonly freeShare: Figure;
  readonly required: Figure;
  readonly spare: Figure;
  /** Growth that fits after losing a zone (or one instance); unknown when nothing must be survived. */
  readonly headroomAfterLoss: Figure;
  /** Instances proven to be missing; 0 = none is, or nobody can prove it (`spare` says how many may be). */
  readonly shortBy: number;
  /** Which limit binds: benchmark, concurrency, CPU; or the resource closest to its own limit. */
  readonly bottleneck: { readonly resource: string; readonly use: Figure } | null;
  readonly idle: { readonly instances: number; readonly pricePerMonth: number | null } | null;
  /** Product of all margins over the ATH: "2.6 x your ATH". */
  readonly marginProduct: number | null;
  readonly status: Status;
}
