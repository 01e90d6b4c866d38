import type { Observable } from 'rxjs';
import type { RuleDocument } from '../../domain/alertrules/RuleDocument';
import type { RuleSource } from '../../domain/alertrules/RuleSource';
import type { Result } from '../../domain/base/Result';
import type { AlertPermission, AlertRuleProblem, SavedRule, StoredRule } from '../../ports/AlertRules';
import type { Preview } from './Preview';
import type { FillProgress } from '../FillProgress';
import type { Notice } from '../Notice';

/** What rules can be written from. */
export interface AlertFacts {
  readonly state: 'loading' | 'ready' | 'empty';
  readonly sources: readonly RuleSource[];
  /** Null when history is complete; limits may still move while it is not. */
  readonly progress: FillProgress | null;
  readonly notices: readonly Notice[];
}

export type SaveOutcome = Result<SavedRule, AlertRuleProblem> & { readonly rule: RuleDocument };

/** What the alerts page asks for. */
export interface AlertUseCase {
  readonly permission: AlertPermission;
  readonly appUrl: string;
  /** Services with their limits, every time the fleet is read. */
  facts(): Observable<AlertFacts>;
  /** Rules that stand in Grafana now. */
  existing(): Promise<Result<readonly StoredRule[], AlertRuleProblem>>;
  /** When the rule would have fired. Emits as it reads, newest day last, and completes. */
  preview(rule: RuleDocument, days: number): Observable<Preview>;
  /** One after the other; one that is refused leaves the others. */
  save(rules: readonly RuleDocument[]): Promise<readonly SaveOutcome[]>;
  remove(uid: string): Promise<Result<null, AlertRuleProblem>>;
  address(uid: string): string;
}
