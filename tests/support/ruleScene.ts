import type { Intent } from '../../src/domain/alertrules/Intent';
import { planIntent } from '../../src/domain/alertrules/planIntent';
import { prometheusRuleFile } from '../../src/domain/alertrules/prometheusRuleFile';
import type { RuleSource } from '../../src/domain/alertrules/RuleSource';
import { EVERYBODY, ruleSource, subject } from '../../src/domain/alertrules/ruleSource.fixture';
import type { Labels } from '../../src/domain/base/Labels';
import { benchmark, peak } from '../../src/domain/capacity/serviceFacts.fixture';
import type { ServiceFacts } from '../../src/domain/capacity/ServiceFacts';
import type { QuestionContext } from '../../src/domain/promql/QuestionContext';
import { testRules, type Expected, type Minutes, type RuleSeries } from './RuleTest';

/* A rule, the series it looks at, and what must fire when: played by the rule engine of Prometheus. */

type Sample = number | null | 'stale';
type Phase = readonly [count: number, value: number | 'gap' | 'stale'];

/** Values one after the other: `[30, 5]` is thirty times 5; a stale phase begins with one marker. */
export const phases = (...parts: readonly Phase[]): Minutes =>
  parts.flatMap(([count, value]): Sample[] => {
    if (value === 'stale') {
      return ['stale', ...new Array<null>(count - 1).fill(null)];
    }
    return new Array<Sample>(count).fill(value === 'gap' ? null : value);
  });

/** A counter that grows by these rates a second. */
export function counter(rates: Minutes, seconds = 60): Minutes {
  let total = 0;
  return rates.map((rate) => {
    total += typeof rate === 'number' ? rate * seconds : 0;
    return typeof rate === 'number' ? total : rate;
  });
}

export const requests = (service: string, instance: string, rates: Minutes, more: Labels = {}, seconds = 60): RuleSeries => ({
  name: 'http_requests_total',
  labels: { namespace: 'shop', service, instance, ...more },
  minutes: counter(rates, seconds),
});

export const gauge = (name: string, service: string, minutes: Minutes, more: Labels = {}): RuleSeries => ({ name, labels: { namespace: 'shop', service, instance: `${service}-1`, ...more }, minutes });

/** A P2 that survives nothing: 100 requests/s an instance, three instances for 240 requests/s. */
export const plain = (name: string, change: Partial<ServiceFacts> = {}) =>
  subject(name, { tier: 'P2', redundancy: 'none', benchmark: benchmark(100), thirdPeak: peak(215), ...change });

export interface Scene {
  readonly intent: Intent;
  readonly source: RuleSource;
  readonly series: readonly RuleSeries[];
  /** Interval of series and evaluations. */
  readonly interval?: '1m' | '1h';
  /** Services firing at an interval, by alert. */
  readonly firing: ReadonlyArray<readonly [at: number, alerts: Readonly<Record<string, readonly string[]>>]>;
  readonly label?: string;
}

export async function play({ intent, source, series, interval = '1m', firing, label = 'service' }: Scene): Promise<void> {
  const plan = planIntent(intent, [source], EVERYBODY);
  expect(plan.rules.length).toBeGreaterThan(0);
  const expected = firing.map(([at, alerts]): Expected => ({
    expr: `group by (alertname, ${label}) (ALERTS{alertstate="firing"})`,
    minute: interval === '1h' ? at * 60 : at,
    rows: Object.entries(alerts).flatMap(([alertname, names]) => names.map((name) => ({ labels: { alertname, [label]: name }, value: 1 }))),
  }));
  expect(await testRules(prometheusRuleFile([...plan.rules, ...plan.companions], 'http://grafana.test'), series, expected, interval)).toBeNull();
}

/** A disk that loses a megabyte a minute of one gigabyte. */
export const falling = (count: number): Minutes => Array.from({ length: count }, (_, i) => 1e9 - i * 1e6);

export const source = (names: readonly string[], change: Partial<ServiceFacts> = {}, context: Partial<QuestionContext> = {}): RuleSource =>
  ruleSource(names.map((name) => plain(name, change)), { metrics: new Set(), ...context });
