import type { RoutingProblem } from './answerSchema';

/** What became of one call to the routing endpoint. Every caller handles all five. */
export type RoutingOutcome<T> =
  /** 200 and 201: done, and read back. */
  | { readonly kind: 'done'; readonly value: T }
  /** 202: accepted; nobody knows yet that traffic follows. */
  | { readonly kind: 'pending'; readonly value: T; readonly pollAfterMs: number }
  /** The endpoint said no, with a code; nothing was changed by this call. */
  | { readonly kind: 'refused'; readonly problem: RoutingProblem }
  /** 502, 504, a network failure, a timeout, or an answer that is none: the call may or may not have been applied. Read first. */
  | { readonly kind: 'unknown'; readonly message: string }
  /** Grafana's proxy turned the call away before it went out (401, 403, no route): not applied. */
  | { readonly kind: 'blocked'; readonly status: number; readonly message: string };
