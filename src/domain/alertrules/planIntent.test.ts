import { parser } from '@prometheus-io/lezer-promql';
import { benchmark, measured, NOW } from '../capacity/serviceFacts.fixture';
import { DAY } from '../base/Duration';
import { unknown } from '../base/Figure';
import { profile } from '../promql/testing/questionContexts';
import { INTENT_KINDS, INTENTS } from './INTENTS';
import { planIntent } from './planIntent';
import { EVERYBODY, ruleSource, subject } from './ruleSource.fixture';
import { breachExpr } from './RuleDocument';
import type { Intent } from './Intent';
import { MOST_CHARACTERS, MOST_SERVICES } from './splitLimits';

const valid = (text: string): boolean => {
  let errors = 0;
  parser.parse(text).iterate({ enter: (node) => void (errors += node.type.isError ? 1 : 0) });
  return errors === 0;
};

const flat = (text = ''): string => text.replace(/\s+/g, ' ').replace(/\( /g, '(').replace(/ \)/g, ')');

const autoscaled = { min: 2, max: 60, desired: 40 };
/** Somebody of every kind, so that each intent has somebody to speak of. */
const everyone = [
  subject('cart', { concurrencyLimit: 50, coresPerInstance: 2, benchmark: benchmark(260, { version: 'v1' }) }),
  subject('scaled', { autoscaler: autoscaled }),
  subject('basket', { tier: 'P1', owner: null }),
];
const withEverything = () => {
  const base = profile('prometheus-http');
  return ruleSource(everyone, {
    profile: {
      ...base,
      labels: { ...base.labels, zone: 'zone', version: 'version' },
      rejects: { matchers: [{ label: 'code', op: '=', value: '429' }] },
    },
  });
};

describe('planIntent', () => {
  it.each(INTENT_KINDS)('writes rules that parse and have a uid Grafana takes: %s', (kind) => {
    const plan = planIntent(INTENTS[kind].usual, [withEverything()], EVERYBODY);
    expect(plan.unanswerable).toEqual([]);
    expect(plan.rules.length).toBeGreaterThan(0);
    for (const rule of [...plan.rules, ...plan.companions]) {
      expect(valid(breachExpr(rule))).toBe(true);
      expect(rule.uid).toMatch(/^[a-z0-9_-]{8,40}$/);
      expect(rule.title.length).toBeLessThan(190);
    }
  });

  it('joins demand with limits on the grouping labels, one rule a tier, as severe as the tier says', () => {
    const plan = planIntent({ kind: 'overload-demand', share: 0.8 }, [ruleSource(everyone)], EVERYBODY);
    expect(plan.rules.map(({ tier, severity, labels }) => [tier, severity, labels])).toEqual([
      ['P0', 'critical', { tier: 'P0', severity: 'critical', headroom_intent: 'overload-demand' }],
      ['P1', 'warning', { tier: 'P1', severity: 'warning', headroom_intent: 'overload-demand' }],
    ]);
    expect(flat(plan.rules[0]?.value)).toContain('/ on (namespace, service) group_left (owner)');
    expect(flat(plan.rules[0]?.value)).toContain('vector(260), "namespace", "shop", "", ""), "service", "cart", "", ""), "owner", "team-cart", "", "")');
    expect(plan.rules[0]?.comparison).toEqual({ op: '>', threshold: 0.8 });
    expect(plan.rules[0]?.mark.limits).toEqual([
      [['shop', 'cart'], 260],
      [['shop', 'scaled'], 260],
    ]);
    expect(plan.services).toBe(3);
  });

  it('gives alerts a label service where the profile calls it otherwise', () => {
    const otel = profile('opentelemetry-http');
    const source = ruleSource([subject('pay', {}, 'payments', otel.group)], { profile: otel });
    const [rule] = planIntent({ kind: 'overload-demand', share: 0.9 }, [source], EVERYBODY).rules;
    expect(flat(rule?.value)).toContain('group_left (service, owner)');
    expect(flat(rule?.value)).toContain('"service", "pay"');
  });

  it('says whom it leaves out, and why', () => {
    const nobody = subject('dark', { instances: unknown('instances', 'no metric counts them') });
    const plan = planIntent({ kind: 'headroom-short' }, [ruleSource([...everyone, nobody])], EVERYBODY);
    expect(plan.leftOut).toEqual([{ service: 'dark', reason: 'no metric counts them' }]);
  });

  it('says what a profile cannot answer, and what would help', () => {
    const { rejects: _rejects, ...counting } = profile('prometheus-http');
    const plan = planIntent({ kind: 'overload-rejects', share: 0.01 }, [ruleSource(everyone, { profile: counting })], EVERYBODY);
    expect(plan.rules).toEqual([]);
    expect(plan.unanswerable).toEqual([{ profile: 'prometheus-http', reason: expect.stringContaining('rate limit'), next: expect.any(String) }]);
  });

  it('refuses a name that PromQL does not take, by name', () => {
    const bad = { ...profile('prometheus-http'), requests: { metric: 'a b' } };
    const plan = planIntent({ kind: 'new-ath', hours: 6 }, [ruleSource(everyone, { profile: bad })], EVERYBODY);
    expect(plan.unanswerable[0]?.reason).toBe('invalid metric name: "a b"');
  });

  it.each<[string, Intent, Parameters<typeof subject>[1], string]>([
    ['gives nothing back on an estimate', { kind: 'give-back', instances: 2, days: 14 }, { benchmark: benchmark(260, { origin: 'estimated' }) }, 'no load test'],
    ['gives nothing back of an autoscaled service', { kind: 'give-back', instances: 2, days: 14 }, { autoscaler: autoscaled }, 'autoscaled'],
    ['gives nothing back where nobody knows whether it is autoscaled', { kind: 'give-back', instances: 2, days: 14 }, { autoscalerUnknown: 'could not be read: it took too long' }, 'could not be read'],
    ['calls nobody short by a run that met no limit', { kind: 'headroom-short' }, { benchmark: benchmark(260, { high: null }) }, 'met no limit'],
    ['knows no age of an estimate', { kind: 'benchmark-old', days: 90 }, { benchmark: benchmark(260, { origin: 'estimated' }) }, 'estimate'],
    ['knows no maximum without an autoscaler', { kind: 'above-autoscaler-max' }, {}, 'not autoscaled'],
    ['knows no version that nobody named', { kind: 'benchmark-version' }, {}, 'no version'],
    ['does not lose a zone of a service without zones', { kind: 'zone-loss' }, { zones: new Map() }, 'zones are not known'],
    ['has no limit of an unknown ATH', { kind: 'new-ath', hours: 6 }, { ath: { figure: unknown('reqps', 'no history'), at: null, window: 300_000, since: null, censored: false } }, 'no history'],
  ])('%s', (_name, intent, change, reason) => {
    const source = { ...withEverything(), subjects: [subject('one', change)] };
    const plan = planIntent(intent, [source], EVERYBODY);
    expect(plan.rules).toEqual([]);
    expect(plan.leftOut[0]?.reason).toContain(reason);
  });

  it('has a companion for each series it looks at, shared between intents, without those that are silent already', () => {
    const gone = subject('gone', { lastSeen: NOW - 3 * DAY, demandNow: unknown('reqps', 'none') });
    const source = ruleSource([...everyone, gone]);
    const one = planIntent({ kind: 'overload-demand', share: 0.9 }, [source], EVERYBODY);
    const other = planIntent({ kind: 'headroom-short' }, [source], EVERYBODY);
    expect(one.companions.map(({ mark, tier }) => `${mark.intent} ${tier}`)).toEqual(['vanished-demand P0', 'vanished-instances P0', 'vanished-demand P1', 'vanished-instances P1']);
    expect(other.companions).toEqual(one.companions.filter(({ mark }) => mark.intent === 'vanished-instances'));
    expect(one.companions.flatMap(({ mark }) => mark.limits.map(([values]) => values[1]))).not.toContain('gone');
    expect(flat(one.companions[0]?.value)).toContain('unless on (namespace, service) sum by (namespace, service)');
  });

  it.each<[string, Intent, string, Parameters<typeof subject>[1]]>([
    ['CPU', { kind: 'overload-cpu', share: 0.9 }, 'vanished-CPU', { cpuPerRequest: measured(0.01, 'core-seconds/request') }],
    ['a share of its CPU limit', { kind: 'overload-cpu', share: 0.9 }, 'vanished-CPU', { saturation: [{ resource: 'cpu', use: measured(0.4, 'share') }] }],
    ['requests in flight', { kind: 'overload-in-flight', share: 0.9 }, 'vanished-requests-in-flight', { concurrencyLimit: 50 }],
  ])('does not miss what a service never sent: %s', (_name, intent, about, sends) => {
    const source = ruleSource([subject('sends', { coresPerInstance: 2, ...sends }), subject('silent', { coresPerInstance: 2 })]);
    const companion = planIntent(intent, [source], EVERYBODY).companions.find(({ mark }) => mark.intent === about);
    expect(companion?.mark.limits.map(([values]) => values[1])).toEqual(['sends']);
  });

  it('does not miss instances that nothing counts', () => {
    const source = ruleSource([subject('counted'), subject('uncounted', { instances: unknown('instances', 'nothing counts them') })]);
    const { companions } = planIntent({ kind: 'overload-demand', share: 0.9 }, [source], EVERYBODY);
    expect(companions.map(({ mark }) => [mark.intent, mark.limits.map(([values]) => values[1])])).toEqual([
      ['vanished-demand', ['counted', 'uncounted']],
      ['vanished-instances', ['counted']],
    ]);
  });

  it('speaks of chosen services only, and is then another rule', () => {
    const all = planIntent({ kind: 'headroom-short' }, [ruleSource(everyone)], EVERYBODY);
    const some = planIntent({ kind: 'headroom-short' }, [ruleSource(everyone)], { ...EVERYBODY, owners: [''] });
    expect(some.rules.map(({ tier }) => tier)).toEqual(['P1']);
    expect(all.rules.map(({ uid }) => uid)).not.toContain(some.rules[0]?.uid);
    const fewer = planIntent({ kind: 'headroom-short' }, [ruleSource(everyone)], { ...EVERYBODY, tiers: ['P1'] });
    expect(fewer.rules[0]?.uid).toBe(all.rules[1]?.uid);
  });

  it('makes a thousand services a dozen rules, none too large, the same in any order', () => {
    const many = Array.from({ length: 1000 }, (_, i) => subject(`service-${i}`, { tier: 'P1' }));
    const { rules } = planIntent({ kind: 'overload-demand', share: 0.9 }, [ruleSource(many)], EVERYBODY);
    const again = planIntent({ kind: 'overload-demand', share: 0.9 }, [ruleSource([...many].reverse())], EVERYBODY);
    expect(rules.length).toBeLessThanOrEqual(12);
    expect(rules.every(({ mark, value }) => mark.limits.length <= MOST_SERVICES && value.length < 1.5 * MOST_CHARACTERS)).toBe(true);
    expect(rules.reduce((n, { mark }) => n + mark.limits.length, 0)).toBe(1000);
    expect(again.rules).toEqual(rules);
    expect(rules[1]?.title).toContain('(2 of ');
  });

  it('survives names that break out of strings', () => {
    const awkward = ['a"b', 'a\\', 'a$1{{x}}', 'new\nline', '\u2028', '日本', ''];
    const subjects = awkward.map((name) => subject(name, { owner: name }));
    const { rules, companions } = planIntent({ kind: 'overload-demand', share: 0.9 }, [ruleSource(subjects)], EVERYBODY);
    expect([...rules, ...companions].every((rule) => valid(breachExpr(rule)))).toBe(true);
  });

  it('judges an autoscaled service at its maximum', () => {
    const [rule] = planIntent({ kind: 'headroom-short' }, [withEverything()], EVERYBODY).rules;
    expect(flat(rule?.value)).toMatch(/kube_horizontalpodautoscaler_spec_max_replicas.* or count by/);
  });

  it('uses recorded series where they hold this profile', () => {
    const source = ruleSource(everyone, { recorded: new Set(['headroom:demand:rate5m']) });
    const [rule] = planIntent({ kind: 'forecast', days: 21 }, [source], EVERYBODY).rules;
    expect(flat(rule?.value)).toContain('headroom:demand:rate5m{headroom_profile="prometheus-http"}[1d]');
    expect(flat(rule?.value)).not.toContain('http_requests_total');
  });

  it('knows a shortage that is only "at least"', () => {
    const bound = subject('bound', { benchmark: { reason: 'none', next: 'test it' }, concurrencyLimit: 2, latencySeconds: measured(1, 'seconds') });
    const plan = planIntent({ kind: 'headroom-short' }, [ruleSource([bound])], EVERYBODY);
    expect(plan.rules[0]?.mark.limits[0]?.[1]).toBeGreaterThan(48);
  });

  it('asks one question of keepers a data source, whatever the services', () => {
    const { rules } = planIntent({ kind: 'override-silent', seconds: 60 }, [ruleSource(everyone), ruleSource([])], EVERYBODY);
    expect(rules).toHaveLength(1);
    expect(rules[0]?.labels).toEqual({ severity: 'critical', headroom_intent: 'override-silent' });
  });
});
