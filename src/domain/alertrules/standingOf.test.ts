import { grafanaRule } from './grafanaRule';
import { planIntent } from './planIntent';
import type { RuleDocument } from './RuleDocument';
import { EVERYBODY, ruleSource, subject } from './ruleSource.fixture';
import { standingOf } from './standingOf';

const plan = planIntent({ kind: 'overload-demand', share: 0.9 }, [ruleSource([subject('cart'), subject('basket', { tier: 'P1' })])], EVERYBODY);
const saved = (rule: RuleDocument, paused = false) => ({
  uid: rule.uid,
  annotations: grafanaRule(rule, '').annotations,
  expr: rule.value,
  threshold: rule.comparison.threshold,
  holdFor: rule.holdFor,
  paused,
});

it.each([
  ['all there', plan.rules.map((rule) => saved(rule)), 'active'],
  ['one paused', plan.rules.map((rule, i) => saved(rule, i === 1)), 'paused'],
  ['one missing, the other paused', plan.rules.slice(0, 1).map((rule) => saved(rule, true)), 'drifted'],
  ['none there', [], 'not-set-up'],
  ['what is there not read', null, 'unknown'],
])('tells how an intent stands: %s', (_name, existing, kind) => {
  expect(standingOf(plan, existing, false).kind).toBe(kind);
});

it('names the paused ones', () => {
  expect(standingOf(plan, plan.rules.map((rule, i) => saved(rule, i === 1)), false)).toMatchObject({ paused: [{ tier: 'P1' }] });
});
