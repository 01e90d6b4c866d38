import type { Drift } from '../../domain/alertrules/driftOf';
import type { RecordingDocument } from '../../domain/alertrules/RecordingDocument';
import type { Result } from '../../domain/base/Result';
import type { AlertPermission, AlertRuleProblem, SavedRule, StoredRule } from '../../ports/AlertRules';
import type { Receiver, RecordingSupport, RuleHealth } from '../../ports/RecordingRules';

/** One rule as it would be written, and as it stands in Grafana. */
export interface RecordingStanding {
  readonly rule: RecordingDocument;
  /** Null when it is not there. */
  readonly stored: StoredRule | null;
  /** It carries the uid and nothing of ours: saving and removing leave it alone. */
  readonly foreign: boolean;
  readonly drift: Drift;
  /** Null when Grafana does not tell, or the rule is not there. */
  readonly health: RuleHealth | null;
}

/** What stands in Grafana of the rules wanted. */
export interface RecordingStandings {
  readonly rules: readonly RecordingStanding[];
  /** Recording rules of ours on the same data source that would not be written now. */
  readonly left: readonly StoredRule[];
}

export type RecordingOutcome = Result<SavedRule, AlertRuleProblem> & { readonly rule: RecordingDocument };

/** Recording rules that Grafana evaluates and writes by itself. */
export interface RecordingUseCase {
  readonly permission: AlertPermission;
  readonly support: RecordingSupport;
  /** Whether the target takes what is written to it. */
  receiver(target: string): Promise<Receiver>;
  /** @param target uid of the data source to write to */
  standings(source: string, rules: readonly RecordingDocument[], target: string): Promise<Result<RecordingStandings, AlertRuleProblem>>;
  /** One after the other; one that is refused leaves the others. */
  save(rules: readonly RecordingDocument[], target: string): Promise<readonly RecordingOutcome[]>;
  remove(rules: ReadonlyArray<Pick<StoredRule, 'uid'>>): Promise<Result<null, AlertRuleProblem>>;
  /** Address of a rule within Grafana. */
  address(uid: string): string;
}
