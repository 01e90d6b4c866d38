/**
 * Every question of every built-in profile against a real Prometheus. The samples are made from the profile itself: ten
 * requests a second of one service, one of them failing, in two instances that take six and four, 50 ms in the mean.
 */
import { HOUR, MINUTE, SECOND } from '../../src/domain/base/Duration';
import type { Labels } from '../../src/domain/base/Labels';
import { builtInProfiles } from '../../src/domain/catalogue/builtInProfiles';
import { detectProfiles } from '../../src/domain/catalogue/detectProfiles';
import { detectionPattern } from '../../src/domain/catalogue/detectionPattern';
import { labelFactsFrom, type LabelFacts } from '../../src/domain/catalogue/LabelFacts';
import { metricsToAskAbout } from '../../src/domain/catalogue/metricsToAskAbout';
import type { Matcher, Profile } from '../../src/domain/catalogue/Profile';
import { resourceProfiles } from '../../src/domain/catalogue/resourceProfiles';
import { serviceRef } from '../../src/domain/catalogue/ServiceRef';
import { KPI_BUILDERS } from '../../src/domain/promql/kpis/KPI_BUILDERS';
import { labelFactsQuestion } from '../../src/domain/promql/labelFactsQuestion';
import type { Kpi } from '../../src/domain/promql/Question';
import type { QuestionContext } from '../../src/domain/promql/QuestionContext';
import { isNoQuestion, questionFor } from '../../src/domain/promql/questionFor';
import { askPrometheus, byLabels } from '../support/askPrometheus';
import { OpenMetrics } from '../support/OpenMetrics';
import { startPrometheus, type RunningPrometheus } from '../support/Prometheus';

const START = Date.UTC(2026, 0, 5, 8);
const NOW = START + 2 * HOUR;

/** A value each matcher accepts; `5..` is answered by 503. */
const accepted = (matchers: readonly Matcher[]): Labels =>
  Object.fromEntries(
    matchers.map((m) => [m.label, m.op === '=~' ? (m.value.split('|')[0] ?? '').replace('5..', '503') : m.value])
  );

const serviceLabels = ({ group }: Profile): Labels =>
  Object.fromEntries(group.map((label, i) => [label, i === group.length - 1 ? 'checkout' : 'shop']));

const routeOf = ({ labels }: Profile): Labels => (labels.route === undefined ? {} : { [labels.route]: '/pay/{id}' });

function* instancesOf({ labels }: Profile): Generator<readonly [Labels, share: number]> {
  const { instance } = labels;
  yield [instance === undefined ? { replica: '1' } : { [instance]: '10.0.0.1:80' }, 0.6];
  yield [instance === undefined ? { replica: '2' } : { [instance]: '10.0.0.2:80' }, 0.4];
}

/** Writes what one instance of a family publishes. */
class Instance {
  constructor(
    private readonly samples: OpenMetrics,
    private readonly profile: Profile,
    private readonly own: Labels,
    private readonly share: number
  ) {}

  write(): void {
    this.writeRequests();
    this.writeErrorCounter();
    this.writeLatency();
    this.writeGauges();
  }

  private labels(source: { readonly matchers?: readonly Matcher[] }, more: Labels = {}): Labels {
    return { ...this.own, ...accepted(source.matchers ?? []), ...more };
  }

  private writeRequests(): void {
    const { errors, requests } = this.profile;
    if (!errors || 'counter' in errors) {
      this.samples.counter(requests.metric, this.labels(requests), 10 * this.share);
      return;
    }
    const passed = Object.fromEntries(errors.matchers.map((m) => [m.label, '200']));
    this.samples.counter(requests.metric, this.labels(requests, passed), 9 * this.share);
    this.samples.counter(requests.metric, this.labels(requests, accepted(errors.matchers)), this.share);
  }

  private writeErrorCounter(): void {
    const { errors } = this.profile;
    if (errors && 'counter' in errors) {
      this.samples.counter(errors.counter.metric, this.labels(errors.counter), this.share);
    }
  }

  /** Nine of ten within 100 ms, all within a second. Where the count is the counter of requests, it stands above. */
  private writeLatency(): void {
    const { latency, requests } = this.profile;
    if (!latency) {
      return;
    }
    const unit = latency.unit === 'milliseconds' ? 1000 : 1;
    const counted = requests.metric === `${latency.metric}_count`;
    const buckets = { [String(0.1 * unit)]: 0.9, [String(unit)]: 1 };
    this.samples.histogram(latency.metric, this.labels(latency), 10 * this.share, buckets, 0.05 * unit, !counted);
  }

  private writeGauges(): void {
    const { inFlight, instances } = this.profile;
    if (inFlight) {
      this.samples.gauge(inFlight.metric, this.labels(inFlight), 5 * this.share);
    }
    if (instances.kind === 'gauge') {
      const { gauge, per } = instances;
      const replica: Labels = per === undefined ? {} : { [per]: `http://${this.share}` };
      this.samples.gauge(gauge.metric, this.labels(gauge, replica), per === undefined ? 2 : 1);
    }
  }
}

function writeFamily(samples: OpenMetrics, profile: Profile): void {
  for (const [instance, share] of instancesOf(profile)) {
    const own = { ...serviceLabels(profile), ...routeOf(profile), ...instance };
    new Instance(samples, profile, own, share).write();
  }
}

let prometheus: RunningPrometheus;

beforeAll(async () => {
  const samples = new OpenMetrics(START, NOW, 15 * SECOND);
  const written = new Set<string>();
  for (const profile of builtInProfiles) {
    // Two families may share a gauge (requests in flight of OpenTelemetry): it is written once.
    const { inFlight, ...rest } = profile;
    const fresh = inFlight && !written.has(inFlight.metric);
    writeFamily(samples, fresh ? profile : rest);
    written.add(inFlight?.metric ?? '');
  }
  samples.gauge('kube_deployment_status_replicas_ready', { namespace: 'shop', deployment: 'checkout' }, 2);
  prometheus = await startPrometheus({ openMetrics: samples.text() });
});

afterAll(() => prometheus?.stop());

const contextOf = (profile: Profile, routes: readonly string[] = ['/pay/{id}']): QuestionContext => ({
  profile,
  resource: resourceProfiles[0] ?? null,
  scope: [],
  scrapeInterval: 15 * SECOND,
  metrics: new Set(detectionPattern().split('|')),
  recorded: new Set(),
  service: serviceRef('uid', profile.id, profile.group, serviceLabels(profile)),
  routes,
});

/** Value of the one service, whatever else the answer is split by; undefined when the profile cannot say. */
async function valueOf(profile: Profile, kpi: Kpi): Promise<number | undefined> {
  const question = questionFor(kpi, contextOf(profile));
  if (isNoQuestion(question)) {
    return undefined;
  }
  const rows = byLabels(await askPrometheus(prometheus.url, question.expr, NOW), [...question.join, ...question.extra]);
  const values = Object.entries(rows).filter(([key]) => key.includes('checkout'));
  expect(values).toHaveLength(1);
  return values[0]?.[1];
}

describe.each(builtInProfiles.map((p) => [p.id, p] as const))('%s', (_id, profile) => {
  const told: Array<[Kpi, number]> = [
    ['demand-now', 10],
    ['error-ratio-now', 0.1],
    ['instances-now', 2],
    ['hourly-demand', 10],
    ['hourly-busiest-instance', 6],
    ['hourly-latency', 0.05],
    ['hourly-instances', 2],
    ['burst', 1],
    ['daily-peak', 10],
    ['daily-peak-while-failing', 10],
    ['service-demand', 10],
    ['service-hourly-peak', 10],
    ['service-minute-peak', 10],
    ['service-error-ratio', 0.1],
    ['service-in-flight', 5],
    ['service-p99', 0.91],
    ['service-instances', 2],
    ['api-demand', 10],
    ['api-p99', 0.91],
  ];

  it.each(told)('%s is %d', async (kpi, expected) => {
    const value = await valueOf(profile, kpi);
    if (value !== undefined) {
      expect(value).toBeCloseTo(expected, 6);
    } else {
      expect(questionFor(kpi, contextOf(profile))).toHaveProperty('next');
    }
  });

  it('is never refused by the server, whatever is asked', async () => {
    for (const kpi of Object.keys(KPI_BUILDERS) as Kpi[]) {
      const question = questionFor(kpi, contextOf(profile));
      if (!isNoQuestion(question)) {
        await expect(askPrometheus(prometheus.url, question.expr, NOW)).resolves.toBeDefined();
      }
    }
  });

  it('chooses its one route by share and by latency, once each', async () => {
    const question = questionFor('api-top', contextOf(profile));
    if (!isNoQuestion(question)) {
      const rows = await askPrometheus(prometheus.url, question.expr, NOW);
      expect(rows.map((r) => r.labels['chosen_by']).sort()).toEqual(['p99', 'share']);
      expect(rows.every((r) => r.labels[profile.labels.route ?? ''] === '/pay/{id}')).toBe(true);
    }
  });
});

describe('detection on what the server tells', () => {
  it('finds every family, fits it as it is and can be asked at once', async () => {
    const response = await fetch(`${prometheus.url}/api/v1/label/__name__/values`);
    const { data } = (await response.json()) as { data: readonly string[] };
    const wanted = new RegExp(`^(?:${detectionPattern()})$`);
    const names = new Set(data.filter((name) => wanted.test(name)));
    const facts = new Map<string, LabelFacts>();
    for (const { metric, candidates } of metricsToAskAbout(names)) {
      const rows = await askPrometheus(prometheus.url, labelFactsQuestion(metric, candidates, []), NOW);
      facts.set(metric, labelFactsFrom(metric, rows));
    }
    const detected = detectProfiles(names, facts);
    expect(detected.filter((d) => d.usable).map((d) => d.profile.id)).toEqual(builtInProfiles.map((p) => p.id));
    for (const { profile } of detected) {
      const built = builtInProfiles.find((p) => p.id === profile.id) as Profile;
      expect([profile.id, profile.group, profile.requests]).toEqual([built.id, built.group, built.requests]);
      expect(await valueOf(profile, 'demand-now')).toBeCloseTo(10, 6);
      expect(await valueOf(profile, 'error-ratio-now')).toBeCloseTo(0.1, 6);
    }
  });
});

it('covers two hours, as the daily questions above assume', () =>
  expect(NOW - START).toBeGreaterThan(HOUR + 5 * MINUTE));
