import type { Result } from '../domain/base/Result';

/** Why the Headroom app does not serve this user, for a person. */
export interface AppProblem {
  readonly kind: 'disabled' | 'forbidden' | 'unreachable';
  readonly message: string;
}

/** Tells whether the app is enabled in this organization. */
export interface AppStatus {
  check(): Promise<Result<null, AppProblem>>;
}
