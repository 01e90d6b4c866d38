/**
 * A preview says when a rule would have fired; `promtool test rules` says when the rule file fires over the same history.
 * They are held against each other at every minute of fifty generated histories.
 */
import { lastValueFrom } from 'rxjs';
import { directTransport } from '../../src/adapters/prometheus/directTransport';
import { PrometheusMetrics } from '../../src/adapters/prometheus/PrometheusMetrics';
import type { AlertInstance } from '../../src/domain/alertrules/AlertFold';
import { planIntent } from '../../src/domain/alertrules/planIntent';
import { prometheusRuleFile } from '../../src/domain/alertrules/prometheusRuleFile';
import type { RuleDocument } from '../../src/domain/alertrules/RuleDocument';
import { EVERYBODY, ruleSource, subject } from '../../src/domain/alertrules/ruleSource.fixture';
import { DAY, MINUTE } from '../../src/domain/base/Duration';
import { benchmark, peak } from '../../src/domain/capacity/serviceFacts.fixture';
import { previewRule } from '../../src/engine/alerting/previewRule';
import type { Preview } from '../../src/engine/alerting/Preview';
import { OpenMetrics } from '../support/OpenMetrics';
import { startPrometheus, type RunningPrometheus } from '../support/Prometheus';
import { testRules, type Expected, type RuleSeries } from '../support/RuleTest';

const HISTORIES = 50;
const LENGTH = 360;
/** Far from the present, on a whole day, so that subqueries look at the same moments in both. */
const START = Math.floor((Date.now() - 2 * DAY) / DAY) * DAY;
const END = START + LENGTH * MINUTE;

/** mulberry32 */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

interface History {
  readonly service: string;
  readonly instances: ReadonlyArray<{ readonly instance: string; readonly minutes: ReadonlyArray<number | null> }>;
}

/** Demand that wanders about the limit, on one to four instances that come and go, with gaps and restarts. */
function history(index: number): History {
  const random = seeded(index + 1);
  const service = `s${String(index).padStart(2, '0')}`;
  const names = ['i1', 'i2', 'i3', 'i4'];
  const demand = walk(random, 40 + random() * 120);
  const gone = random() < 0.3 ? 60 + Math.floor(random() * 200) : Infinity;
  const back = random() < 0.5 ? gone + 20 + Math.floor(random() * 60) : Infinity;
  const present = names.map((_, i) => (i < 2 ? always : spans(random)));
  return {
    service,
    instances: names.map((instance, i) => {
      let total = Math.floor(random() * 1000);
      return {
        instance,
        minutes: demand.map((rate, minute) => {
          total = random() < 0.004 ? 0 : total + rate * 60;
          const scraped = random() > 0.03 && (present[i]?.(minute) ?? false) && (minute < gone || minute >= back);
          return scraped ? total : null;
        }),
      };
    }),
  };
}

const always = () => true;

function walk(random: () => number, from: number): number[] {
  let rate = from;
  return Array.from({ length: LENGTH + 1 }, () => {
    rate = Math.max(1, rate + (random() - 0.5) * 24 + (100 - rate) * 0.02);
    return Math.round(rate * 1000) / 1000;
  });
}

function spans(random: () => number): (minute: number) => boolean {
  const edges = Array.from({ length: 4 }, () => Math.floor(random() * LENGTH)).sort((a, b) => a - b);
  return (minute) => edges.filter((edge) => edge <= minute).length % 2 === 0;
}

const histories = Array.from({ length: HISTORIES }, (_, i) => history(i));

const series: readonly RuleSeries[] = histories.flatMap(({ service, instances }) =>
  instances.map(({ instance, minutes }) => ({ name: 'http_requests_total', labels: { namespace: 'shop', service, instance }, minutes }))
);

/** 100 requests/s an instance; three instances are needed. */
const source = ruleSource(histories.map(({ service }) => subject(service, { tier: 'P2', redundancy: 'none', benchmark: benchmark(100), thirdPeak: peak(215) })));

const rules: readonly RuleDocument[] = (() => {
  const plans = [planIntent({ kind: 'overload-demand', share: 0.9 }, [source], EVERYBODY), planIntent({ kind: 'headroom-short' }, [source], EVERYBODY)];
  const all = plans.flatMap((plan) => [...plan.rules, ...plan.companions]);
  return [...new Map(all.map((rule) => [rule.uid, rule])).values()];
})();

let prometheus: RunningPrometheus;
let previews: ReadonlyArray<{ readonly rule: RuleDocument; readonly preview: Preview }>;
let asked = 0;

beforeAll(async () => {
  const text = new OpenMetrics(START, END, MINUTE);
  series.forEach(({ name, labels, minutes }) => text.gauge(name, labels, (at) => (minutes[(at - START) / MINUTE] as number | null | undefined) ?? null));
  prometheus = await startPrometheus({ openMetrics: text.text() });
  const transport = directTransport(() => prometheus.url);
  const metrics = new PrometheusMetrics(
    (request, signal) => {
      asked++;
      return transport(request, signal);
    },
    async () => undefined,
    () => performance.now()
  );
  const clock = { now: () => END, sleep: async () => undefined };
  previews = await Promise.all(
    rules.map(async (rule) => ({ rule, preview: await lastValueFrom(previewRule({ metrics, clock }, rule, LENGTH / 1440)) }))
  );
});

afterAll(() => prometheus?.stop());

const isFiring = ({ from, to }: AlertInstance, at: number): boolean => from <= at && (to === null || at < to);

/** What fires at each minute by the previews, as promtool is to see it. */
function foreseen(shift = 0): readonly Expected[] {
  return Array.from({ length: LENGTH + 1 }, (_, minute) => {
    const at = START + (minute - shift) * MINUTE;
    const rows = previews.flatMap(({ rule, preview }) =>
      preview.instances
        .filter((instance) => isFiring(instance, at))
        .map(({ labels }) => ({ labels: { alertname: rule.alertName, headroom_intent: rule.mark.intent, service: labels['service'] ?? '' }, value: 1 }))
    );
    return { expr: 'count by (alertname, headroom_intent, service) (ALERTS{alertstate="firing"})', minute, rows };
  });
}

describe('the preview of a rule', () => {
  it('finishes, and sees histories that fire, that do not, and that are cut off', () => {
    const instances = previews.flatMap(({ preview }) => preview.instances);
    expect(previews.every(({ preview }) => preview.done && preview.failure === null && preview.progress === 1)).toBe(true);
    expect(previews.map(({ rule }) => rule.mark.intent).sort()).toEqual(['headroom-short', 'overload-demand', 'vanished-demand', 'vanished-instances']);
    expect(previews.every(({ preview }) => preview.instances.length > 5)).toBe(true);
    expect(instances.some(({ to }) => to === null)).toBe(true);
    expect(new Set(instances.map(({ labels }) => labels['service'])).size).toBeGreaterThan(30);
    console.log(`previews: ${rules.length} rules, ${HISTORIES} histories of ${LENGTH} min, ${instances.length} alert instances, ${asked} requests`);
  });

  it('names the same alerts at every minute as Prometheus does, of every history', async () => {
    expect(await testRules(prometheusRuleFile(rules, 'http://grafana.test'), series, foreseen())).toBeNull();
  });

  it('would be found out if it were one minute late', async () => {
    expect(await testRules(prometheusRuleFile(rules, 'http://grafana.test'), series, foreseen(1))).not.toBeNull();
  });
});
