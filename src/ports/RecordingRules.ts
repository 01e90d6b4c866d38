import type { Result } from '../domain/base/Result';
import type { AlertRuleProblem } from './AlertRules';

/** A data source that Grafana can write recorded series to. */
export interface RecordingTarget {
  readonly uid: string;
  readonly name: string;
  /** Where Grafana writes to: Prometheus' receiver (`/api/v1/write`), or the push paths of Mimir, which it takes for everything else. */
  readonly writes: 'prometheus' | 'push';
  /** False when the data source's own settings forbid it. */
  readonly allowed: boolean;
}

/** What this Grafana can record by itself. */
export interface RecordingSupport {
  /** `[recording_rules] enabled` of its configuration. */
  readonly enabled: boolean;
  /** `default_datasource_uid` there: where rules from files write to; null when none is set. */
  readonly defaultTarget: string | null;
  readonly targets: readonly RecordingTarget[];
}

/** Whether a server takes what is written to it; `unknown` when it does not say. */
export type Receiver = 'on' | 'off' | 'unknown';

/** How the last evaluation of a rule went. */
export type RuleHealth =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'ok'; readonly at: number }
  /** The query had no rows, so nothing was written. */
  | { readonly kind: 'no-data'; readonly at: number }
  | { readonly kind: 'error'; readonly at: number; readonly message: string };

/** Recording rules that Grafana evaluates by itself. No method rejects. */
export interface RecordingRules {
  readonly support: RecordingSupport;
  /** @param target uid of a data source */
  receiver(target: string): Promise<Receiver>;
  /** By the uid of the rule; rules that Grafana does not know are not in it. */
  health(): Promise<Result<ReadonlyMap<string, RuleHealth>, AlertRuleProblem>>;
}
