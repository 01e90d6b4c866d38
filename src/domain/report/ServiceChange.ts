import type { Benchmark } from '../capacity/Benchmark';
import type { StatusKind } from '../capacity/Judgement';

/** An input of the verdict that is another one now. */
export interface HeadroomCause {
  readonly what: 'peak' | 'instances' | 'benchmark';
  /** Requests/s, instances, requests/s an instance. */
  readonly from: number;
  readonly to: number;
}

/** One thing that is not as it was when the week began. */
export type ServiceChange =
  | { readonly kind: 'new' }
  /** Its samples stopped within the week. */
  | { readonly kind: 'gone'; readonly lastSeen: number | null }
  | { readonly kind: 'status'; readonly from: StatusKind; readonly to: StatusKind }
  /** Growth that fits; `because` names the inputs that moved it, empty when none of the three did. */
  | { readonly kind: 'headroom'; readonly from: number; readonly to: number; readonly because: readonly HeadroomCause[] }
  | { readonly kind: 'instances'; readonly from: number; readonly to: number }
  /** A benchmark found or stated within the week; `before` is the lower end it follows, null when there was none. */
  | { readonly kind: 'benchmark'; readonly benchmark: Benchmark; readonly before: number | null }
  /** `before` is null when nobody knows. */
  | { readonly kind: 'ath'; readonly value: number; readonly atLeast: boolean; readonly before: number | null };
