import { formatDuration } from '../base/Duration';
import type { Severity } from '../capacity/Judgement';
import type { Tier } from '../catalogue/Tier';
import { printExpr } from '../promql/printExpr';
import { textHash } from '../promql/textHash';
import { labelledLimits, limitMatching, type LabelledLimit } from './labelledLimits';
import type { Measure } from './Recipe';
import type { Comparison, RuleDocument, TextPart } from './RuleDocument';
import type { RuleSource } from './RuleSource';
import { ruleUid } from './ruleUid';

/** Everything about a rule but its limits. */
export interface RulePlan {
  readonly source: RuleSource;
  readonly tier: Tier;
  readonly severity: Severity;
  readonly intent: RuleDocument['intent'];
  /** Intent, or what has vanished; part of the identity. */
  readonly about: string;
  readonly params: Readonly<Record<string, number>>;
  readonly title: string;
  readonly alertName: string;
  readonly doc: string;
  readonly choice: string;
  readonly measure: Measure;
  readonly comparison: Comparison;
  readonly interval: number;
  readonly holdFor: number;
  readonly summary: readonly TextPart[];
}

/** One rule over the services of one part. @throws InvalidName when a name of the profile is none in PromQL */
export function buildRule(plan: RulePlan, limits: readonly LabelledLimit[], part: { readonly index: number; readonly of: number }): RuleDocument {
  const { source, tier } = plan;
  const { profile } = source.context;
  const value = plan.measure.value(labelledLimits(limits, profile.group), limitMatching(profile.group));
  const printed = printExpr(value);
  const suffix = part.of > 1 ? ` (${part.index + 1} of ${part.of})` : '';
  return {
    uid: ruleUid({ about: plan.about, tier, source: source.sourceUid, profile: profile.id, choice: plan.choice, part: part.index }),
    title: `${plan.title}, ${tier}, ${profile.id}${plan.choice === '' ? '' : `, choice ${plan.choice.slice(0, 4)}`}${suffix}`,
    alertName: plan.alertName,
    intent: plan.intent,
    tier,
    severity: plan.severity,
    source: { uid: source.sourceUid, name: source.sourceName },
    group: groupName(plan.interval),
    interval: plan.interval,
    holdFor: plan.holdFor,
    value: printed,
    comparison: plan.comparison,
    labels: { tier, severity: plan.severity, headroom_intent: plan.about },
    annotations: {
      summary: [{ label: 'service' }, ' ', ...plan.summary],
      description: [plan.doc],
      link: [{ serviceOf: profile.group }],
    },
    mark: {
      v: 1,
      intent: plan.about,
      params: plan.params,
      tier,
      source: source.sourceUid,
      profile: profile.id,
      group: [...profile.group],
      made: textHash(printed),
      severity: plan.severity,
      limits: limits.map(({ service, limit }) => [profile.group.map((name) => service.labels[name] ?? ''), limit]),
    },
  };
}

/** Rules that are evaluated equally often share a group. */
export const groupName = (interval: number): string => `Headroom every ${formatDuration(interval)}`;
