import type { Result } from '../domain/base/Result';
import type { GrafanaRecordingRule } from '../domain/alertrules/grafanaRecordingRule';
import type { GrafanaRule } from '../domain/alertrules/grafanaRule';
import type { ExistingRecording } from '../domain/alertrules/recordingDrift';

/** What this user may do with alert rules. */
export interface AlertPermission {
  readonly mayRead: boolean;
  readonly maySave: boolean;
}

/** A rule as it stands in Grafana, ours or not. */
export interface StoredRule extends ExistingRecording {
  readonly uid: string;
  readonly title: string;
  readonly folderUid: string;
  readonly group: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly paused: boolean;
  /** Where it was provisioned from, which makes it read-only; null when it can be edited. */
  readonly provisioned: string | null;
}

export type AlertRuleProblemKind =
  /** The user's role does not allow it. */
  | 'forbidden'
  /** A rule with the same uid was provisioned by file or API and is read-only. */
  | 'provisioned'
  | 'quota'
  /** A rule of somebody else has the uid, or a folder the name. */
  | 'name-taken'
  /** Grafana refused the rule itself. */
  | 'invalid'
  | 'unreachable';

export interface AlertRuleProblem {
  readonly kind: AlertRuleProblemKind;
  /** What happened and the way out, for a person. */
  readonly message: string;
}

export interface SavedRule {
  readonly uid: string;
  readonly change: 'created' | 'updated';
  /** True when the folder was not there and has been made. */
  readonly folderCreated: boolean;
  /** Something that did not work out, though the rule was saved. */
  readonly note: string | null;
}

/** Rules of Grafana's own alerting: those that alert, and those that record. No method rejects. */
export interface AlertRules {
  readonly permission: AlertPermission;
  /** Address of Grafana for links in notifications, without a slash at its end. */
  readonly appUrl: string;
  list(): Promise<Result<readonly StoredRule[], AlertRuleProblem>>;
  /**
   * Creates or replaces a rule by its uid, in our folder; it can be edited in Grafana afterwards.
   * @param interval of its group, milliseconds
   */
  save(rule: GrafanaRule | GrafanaRecordingRule, interval: number): Promise<Result<SavedRule, AlertRuleProblem>>;
  remove(uid: string): Promise<Result<null, AlertRuleProblem>>;
  /** Address of a rule within Grafana, below its own path. */
  address(uid: string): string;
}
