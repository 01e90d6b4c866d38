import { parse } from 'yaml';
import { benchmark } from '../capacity/serviceFacts.fixture';
import { grafanaRule } from './grafanaRule';
import { grafanaRuleFile } from './grafanaRuleFile';
import { INTENT_KINDS, INTENTS } from './INTENTS';
import { planIntent } from './planIntent';
import { prometheusRuleFile } from './prometheusRuleFile';
import { MARK, readMark, writeMark } from './RuleMark';
import { breachExpr } from './RuleDocument';
import { EVERYBODY, ruleSource, subject } from './ruleSource.fixture';

const URL = 'http://grafana.test/sub';
const AWKWARD = 'a"b \\ $x ${y} {{z}} \u2028\n日本 # : -';
const subjects = [subject('cart', { benchmark: benchmark(260, { version: 'v1' }) }), subject(AWKWARD, { owner: AWKWARD }), subject('p2', { tier: 'P2' })];
const rules = INTENT_KINDS.flatMap((kind) => {
  const plan = planIntent(INTENTS[kind].usual, [ruleSource(subjects)], EVERYBODY);
  return [...plan.rules, ...plan.companions];
});

interface PrometheusFile {
  readonly groups: ReadonlyArray<{ name: string; interval: string; rules: ReadonlyArray<{ alert: string; expr: string; for?: string; labels: object; annotations: Record<string, string> }> }>;
}
interface GrafanaFile {
  readonly apiVersion: number;
  readonly groups: ReadonlyArray<{ orgId: number; folder: string; interval: string; rules: ReadonlyArray<Record<string, unknown> & { uid: string }> }>;
}

describe('the file for Prometheus', () => {
  const file = parse(prometheusRuleFile(rules, URL)) as PrometheusFile;
  const written = file.groups.flatMap((group) => group.rules);

  it('holds every rule with the same expression and the comparison, one group an interval', () => {
    expect(written.map(({ expr }) => expr).sort()).toEqual(rules.map(breachExpr).sort());
    expect(file.groups.map(({ name, interval }) => [name, interval])).toEqual([
      ['Headroom every 1m', '1m'],
      ['Headroom every 5m', '5m'],
      ['Headroom every 1h', '1h'],
    ]);
  });

  it('leaves out a hold of nothing', () => {
    const [ath] = written.filter(({ alert }) => alert === 'HeadroomNewAth');
    expect(ath).not.toHaveProperty('for');
    expect(written.find(({ alert }) => alert === 'HeadroomShort')?.for).toBe('15m');
  });

  it('is a valid empty file for nothing', () => expect(parse(prometheusRuleFile([], URL))).toEqual({ groups: [] }));
});

describe('the file for Grafana', () => {
  it('holds what the API is sent, word for word: Grafana takes queries and annotations as they are', () => {
    const file = parse(grafanaRuleFile(rules, 7, URL)) as GrafanaFile;
    const written = new Map(file.groups.flatMap((group) => group.rules.map((rule) => [rule.uid, rule])));
    expect(file.apiVersion).toBe(1);
    expect(new Set(file.groups.map(({ orgId, folder }) => `${orgId} ${folder}`))).toEqual(new Set(['7 Headroom']));
    for (const rule of rules) {
      const { ruleGroup: _group, ...sent } = grafanaRule(rule, URL);
      expect(written.get(rule.uid)).toEqual(sent);
    }
  });

  it('doubles dollar signs where Grafana expands them', () => {
    const [first] = rules;
    const odd = first && { ...first, title: 'a $HOME', labels: { tier: '$x' }, source: { uid: '$uid', name: 's' } };
    const file = parse(grafanaRuleFile(odd ? [odd] : [], 1, URL)) as GrafanaFile;
    expect(file.groups[0]?.rules[0]).toMatchObject({ title: 'a $$HOME', labels: { tier: '$$x' }, data: [{ datasourceUid: '$$uid' }, { datasourceUid: '__expr__' }] });
  });
});

describe('the rule for Grafana', () => {
  it('has one instant query and a threshold, says nothing of missing data and much of errors', () => {
    const [rule] = rules.map((r) => grafanaRule(r, URL));
    expect(rule).toMatchObject({ condition: 'C', noDataState: 'OK', execErrState: 'Error', for: '15m' });
    expect(rule?.data.map(({ refId, datasourceUid }) => [refId, datasourceUid])).toEqual([
      ['A', 'prom'],
      ['C', '__expr__'],
    ]);
    expect(rule?.data[1]?.model).toMatchObject({ type: 'threshold', expression: 'A', conditions: [{ evaluator: { type: 'lt', params: [0] } }] });
  });

  it('names the value as each template language does, and links to the page of the service', () => {
    const [rule] = rules;
    expect(rule && grafanaRule(rule, URL).annotations['summary']).toContain('{{ $labels.service }} has less headroom than its tier asks: spare instances {{ $values.A.Value | printf "%.4g" }}');
    expect(prometheusRuleFile(rule ? [rule] : [], URL)).toContain('$value | printf');
    expect(rule && grafanaRule(rule, URL).annotations['link']).toBe(
      `${URL}/a/headroom-capacity-app/service?key={{ printf "[\\"prom\\",\\"prometheus-http\\",%q,%q]" $labels.namespace $labels.service | urlquery }}`
    );
  });
});

describe('the mark', () => {
  it('reads back as it was written, and opens no template', () => {
    for (const { mark } of rules) {
      expect(readMark(writeMark(mark))).toEqual(mark);
      expect(writeMark(mark)).not.toContain('{{');
    }
  });

  it.each([undefined, '', 'no', '{}', '{"v":1}', '[]'])('is null for %p', (text) => expect(readMark(text)).toBeNull());

  it('is kept in an annotation that Grafana leaves out of messages', () => expect(MARK).toMatch(/^__.*__$/));
});
