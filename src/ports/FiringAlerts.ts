import type { Result } from '../domain/base/Result';
import type { FiringAlert } from '../domain/ramp/FiringAlert';

export interface FiringAlertsProblem {
  /** `absent`: there is no such alerting here, so that none of its rules can fire. */
  readonly kind: 'forbidden' | 'absent' | 'unreachable';
  /** What happened and the way out, for a person. */
  readonly message: string;
}

/** Alerts of the rules that Grafana evaluates itself, whoever wrote them; those of a Prometheus are in its own series. */
export interface FiringAlerts {
  /** Not quiet now, in the whole organization. Rejects with AbortError only. */
  notQuiet(signal: AbortSignal): Promise<Result<readonly FiringAlert[], FiringAlertsProblem>>;
}
