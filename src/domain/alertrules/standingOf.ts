import { driftOf, type Drift, type ExistingRule } from './driftOf';
import type { IntentPlan } from './IntentPlan';
import type { RuleDocument } from './RuleDocument';

export interface DriftedRule {
  readonly rule: RuleDocument;
  readonly drift: Exclude<Drift, { readonly kind: 'none' }>;
}

/** How an intent stands in Grafana. */
export type Standing =
  /** Nothing can be written: why, and what would help. */
  | { readonly kind: 'cannot'; readonly reasons: readonly string[] }
  /** What is there could not be read. */
  | { readonly kind: 'unknown' }
  | { readonly kind: 'not-set-up' }
  | { readonly kind: 'active'; readonly rules: readonly RuleDocument[] }
  /** What would be written now, but Grafana does not evaluate some of it. */
  | { readonly kind: 'paused'; readonly rules: readonly RuleDocument[]; readonly paused: readonly RuleDocument[] }
  /** Some of it is there, and is not what would be written now. */
  | { readonly kind: 'drifted'; readonly drifted: readonly DriftedRule[]; readonly missing: readonly RuleDocument[]; readonly there: readonly RuleDocument[] };

type Existing = ExistingRule & { readonly uid: string; readonly paused: boolean };

/** @param existing rules that stand in Grafana; null when they could not be read */
export function standingOf(plan: IntentPlan, existing: readonly Existing[] | null, withCompanions: boolean): Standing {
  if (plan.rules.length === 0) {
    return { kind: 'cannot', reasons: whyNot(plan) };
  }
  if (existing === null) {
    return { kind: 'unknown' };
  }
  const byUid = new Map(existing.map((rule) => [rule.uid, rule]));
  const there = plan.rules.filter(({ uid }) => byUid.has(uid));
  if (there.length === 0) {
    return { kind: 'not-set-up' };
  }
  const wanted = rulesOf(plan, withCompanions);
  const missing = wanted.filter(({ uid }) => !byUid.has(uid));
  const drifted = wanted.flatMap((rule): DriftedRule[] => {
    const found = byUid.get(rule.uid);
    const drift = found ? driftOf(found, rule) : { kind: 'none' as const };
    return drift.kind === 'none' ? [] : [{ rule, drift }];
  });
  if (drifted.length > 0 || missing.length > 0) {
    return { kind: 'drifted', drifted, missing, there };
  }
  const paused = wanted.filter(({ uid }) => byUid.get(uid)?.paused === true);
  return paused.length === 0 ? { kind: 'active', rules: wanted } : { kind: 'paused', rules: wanted, paused };
}

/** What would be saved of a plan. */
export const rulesOf = ({ rules, companions }: IntentPlan, withCompanions: boolean): readonly RuleDocument[] => (withCompanions ? [...rules, ...companions] : rules);

function whyNot({ unanswerable, leftOut }: IntentPlan): readonly string[] {
  const profiles = unanswerable.map(({ profile, reason, next }) => `${profile}: ${reason}. ${next}`);
  const services = [...new Set(leftOut.map(({ reason }) => reason))].slice(0, 3);
  const all = [...profiles, ...services];
  return all.length > 0 ? all : ['No service is chosen.'];
}
