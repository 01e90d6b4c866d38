import type { AlertState } from './FiringAlert';

/** An alert about the service or something it depends on. */
export interface AlertSeen {
  readonly name: string;
  /** The service or dependency, as people call it. */
  readonly about: string;
  readonly state: AlertState;
}

/** What one evaluator of alert rules said. */
export type AlertsSeen = { /** Whose rules: `Prometheus` or `Grafana`. */ readonly by: string } & (
  | { readonly known: true; readonly alerts: readonly AlertSeen[] }
  /** Nobody may take this for quiet. */
  | { readonly known: false; readonly reason: string }
);
