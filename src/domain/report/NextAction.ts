import type { ServiceFacts } from '../capacity/ServiceFacts';

/** One thing somebody should do about one service. */
export type NextAction = { readonly facts: ServiceFacts } & (
  | { readonly kind: 'add'; readonly instances: number; readonly atLeast: boolean }
  /** Its samples stopped. */
  | { readonly kind: 'restore'; readonly lastSeen: number | null }
  /** Its zones are uneven. */
  | { readonly kind: 'spread'; readonly reason: string }
  /** It cannot be judged; the reason names the way out. */
  | { readonly kind: 'learn'; readonly reason: string }
  /** Its benchmark is old, or of another version or instance spec. */
  | { readonly kind: 'retest'; readonly reason: string }
  | { readonly kind: 'give-back'; readonly instances: number; readonly pricePerMonth: number | null }
);
