import type { Severity } from '../capacity/Judgement';
import type { Tier } from '../catalogue/Tier';
import type { IntentKind } from './Intent';
import type { RuleMark } from './RuleMark';

/** How the value of a rule reads. */
export type ValueFormat = 'number' | 'percent' | 'seconds' | 'bytes';

/** Part of an annotation: plain text, a label of the alert, its value, or the address of the service's page. */
export type TextPart =
  | string
  | { readonly label: string }
  | { readonly value: ValueFormat }
  /** Grouping labels of the profile, which name the service in its address. */
  | { readonly serviceOf: readonly string[] };

export interface Comparison {
  readonly op: '>' | '<';
  readonly threshold: number;
}

/**
 * One alert rule, not yet written for anybody: a value for each service and what it is compared with. Fires for every
 * service whose value compares true at every evaluation of `holdFor`.
 */
export interface RuleDocument {
  /** At most 40 characters; the same for the same intent, tier, profile, choice and part. */
  readonly uid: string;
  readonly title: string;
  readonly alertName: string;
  /** `vanished` is the companion of others: it fires when a series they look at has gone. */
  readonly intent: IntentKind | 'vanished';
  readonly tier: Tier | null;
  readonly severity: Severity;
  readonly source: { readonly uid: string; readonly name: string };
  /** Name of the group: rules of one group are evaluated together. */
  readonly group: string;
  /** Milliseconds. */
  readonly interval: number;
  readonly holdFor: number;
  /** PromQL, one row a service; the comparison is not in it. */
  readonly value: string;
  readonly comparison: Comparison;
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, readonly TextPart[]>>;
  readonly mark: RuleMark;
}

/** PromQL that returns only what fires. */
export const breachExpr = ({ value, comparison }: Pick<RuleDocument, 'value' | 'comparison'>): string =>
  `(\n${value
    .split('\n')
    .map((line) => `  ${line}`)
    .join('\n')}\n) ${comparison.op} ${comparison.threshold}`;
