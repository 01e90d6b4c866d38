import { benchmark, NOW, peak } from '../capacity/serviceFacts.fixture';
import { DEFAULT_POLICY } from '../catalogue/TierPolicy';
import { DAY } from '../base/Duration';
import { driftOf, type ExistingRule } from './driftOf';
import type { Intent } from './Intent';
import { grafanaRule } from './grafanaRule';
import { planIntent } from './planIntent';
import type { RuleDocument } from './RuleDocument';
import { MARK, writeMark } from './RuleMark';
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

  it('takes any new all-time high as new: the rule would go on firing', () => {
    const record = (rps: number) => ruleOf([subject('cart', { ath: peak(rps) })], { kind: 'new-ath', hours: 6 });
    expect(driftOf(saved(record(123.44)), record(125.1))).toMatchObject({ kind: 'outdated', limits: [{ rule: 123.5, catalogue: 125.1 }] });
  });

  it('says that the policy weighs a shortage differently now', () => {
    const [before, now] = [ruleOf([carrying(180)]), ruleOf([subject('cart', { benchmark: benchmark(180), policy: { ...DEFAULT_POLICY.P0, shortIs: 'warning' } })])];
    expect(driftOf(saved(before), now)).toMatchObject({ kind: 'outdated', params: ['severity: the rule says critical, the policy says warning'] });
  });

  it('blames nobody when the owner changed', () => {
    const owned = (owner: string) => ruleOf([subject('cart', { benchmark: benchmark(180), owner })]);
    expect(driftOf(saved(owned('ada')), owned('grace'))).toMatchObject({ kind: 'outdated', params: [expect.stringContaining('would be written differently now')] });
  });

  it('sees an edited query though its limits moved by noise', () => {
    const rule = ruleOf([carrying(180.4)]);
    expect(driftOf(saved(rule, { expr: rule.value.replaceAll('180.4', '999') }), ruleOf([carrying(181.1)]))).toEqual({ kind: 'edited', what: 'its query' });
  });

  it('reads a mark of before, which has no hash of its query', () => {
    const rule = ruleOf([carrying(180)]);
    const { made: _made, severity: _severity, ...mark } = rule.mark;
    const old = saved(rule, { annotations: { [MARK]: writeMark(mark) } });
    expect(driftOf(old, rule)).toEqual({ kind: 'none' });
    expect(driftOf({ ...old, expr: 'up' }, rule)).toEqual({ kind: 'edited', what: 'its query' });
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
