import { benchmark, NOW } from '../capacity/serviceFacts.fixture';
import { DAY } from '../base/Duration';
import { driftOf, type ExistingRule } from './driftOf';
import type { Intent } from './Intent';
import { grafanaRule } from './grafanaRule';
import { planIntent } from './planIntent';
import type { RuleDocument } from './RuleDocument';
import { MARK } from './RuleMark';
import type { RuleSubject } from './RuleSource';
import { EVERYBODY, ruleSource, subject } from './ruleSource.fixture';

const DEMAND: Intent = { kind: 'overload-demand', share: 0.9 };
const carrying = (low: number) => subject('cart', { benchmark: benchmark(low) });

function ruleOf(subjects: readonly RuleSubject[], intent: Intent = DEMAND): RuleDocument {
  const [rule] = planIntent(intent, [ruleSource(subjects)], EVERYBODY).rules;
  if (!rule) {
    throw new Error('no rule');
  }
  return rule;
}

function saved(rule: RuleDocument, change: Partial<ExistingRule> = {}): ExistingRule {
  const { annotations } = grafanaRule(rule, 'http://grafana.test');
  return { annotations, expr: rule.value, threshold: rule.comparison.threshold, holdFor: rule.holdFor, ...change };
}

describe('driftOf', () => {
  it('finds none in what was just saved', () => {
    const rule = ruleOf([carrying(180)]);
    expect(driftOf(saved(rule), rule)).toEqual({ kind: 'none' });
  });

  it('says what the rule says and what the catalogue says', () => {
    expect(driftOf(saved(ruleOf([carrying(180)])), ruleOf([carrying(210)]))).toEqual({
      kind: 'outdated',
      limits: [{ service: 'shop/cart', rule: 180, catalogue: 210 }],
      params: [],
    });
  });

  it('names services that came and went', () => {
    const drift = driftOf(saved(ruleOf([subject('old')])), ruleOf([subject('new')]));
    expect(drift).toMatchObject({ kind: 'outdated', limits: [{ service: 'shop/new', rule: null, catalogue: 260 }, { service: 'shop/old', rule: 260, catalogue: null }] });
  });

  it.each([
    ['an estimate that moved by one per cent', 180.4, 182.1, 'none'],
    ['an estimate that moved by three', 180.4, 186.1, 'outdated'],
    ['a whole number that moved by one', 180, 181, 'outdated'],
  ])('weighs %s', (_name, before, now, kind) => {
    expect(driftOf(saved(ruleOf([carrying(before)])), ruleOf([carrying(now)])).kind).toBe(kind);
  });

  it('takes a new benchmark as new, though a few days are little of all time', () => {
    const dated = (days: number) => ruleOf([subject('cart', { benchmark: benchmark(260, { at: NOW - days * DAY }) })], { kind: 'benchmark-old', days: 90 });
    expect(driftOf(saved(dated(100)), dated(1)).kind).toBe('outdated');
  });

  it('says which parameter changed', () => {
    expect(driftOf(saved(ruleOf([carrying(180)])), ruleOf([carrying(180)], { kind: 'overload-demand', share: 0.8 }))).toMatchObject({
      kind: 'outdated',
      params: ['share: the rule says 0.9, you ask for 0.8'],
    });
  });

  it.each<[string, Partial<ExistingRule>, string]>([
    ['query', { expr: 'up' }, 'its query'],
    ['threshold', { threshold: 0.5 }, 'its threshold: 0.5 instead of 0.9'],
    ['hold', { holdFor: 0 }, 'how long it must hold'],
  ])('sees that somebody changed the %s', (_name, change, what) => {
    const rule = ruleOf([carrying(180)]);
    expect(driftOf(saved(rule, change), rule)).toEqual({ kind: 'edited', what });
  });

  it.each([
    ['without a mark', {}],
    ['with a mark that is no JSON', { [MARK]: '{{ nonsense' }],
    ['with a mark of another version', { [MARK]: '{"v":2}' }],
  ])('does not guess about a rule %s', (_name, annotations) => {
    const rule = ruleOf([carrying(180)]);
    expect(driftOf(saved(rule, { annotations }), rule)).toEqual({ kind: 'unreadable' });
  });
});
