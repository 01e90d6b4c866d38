import type { KeeperProblem } from './PROBLEM_STATUS';

/** The keeper says no; nothing was changed by the call unless the code is `router_failed`. */
export interface Refusal {
  readonly kind: 'refused';
  readonly code: KeeperProblem;
  readonly detail: string;
  readonly holder?: string;
  readonly remainingMs?: number;
  readonly retryAfterMs?: number;
}

export const refuse = (code: KeeperProblem, detail: string, extra: Pick<Refusal, 'holder' | 'remainingMs' | 'retryAfterMs'> = {}): Refusal => ({
  kind: 'refused',
  code,
  detail,
  ...extra,
});

/** What a call came to. 201 = lease taken, 202 = not confirmed yet. */
export interface Accepted<T> {
  readonly kind: 'accepted';
  readonly status: 200 | 201 | 202;
  readonly body: T;
}

export type KeeperAnswer<T> = Accepted<T> | Refusal;

export const accept = <T>(status: 200 | 201 | 202, body: T): Accepted<T> => ({ kind: 'accepted', status, body });
