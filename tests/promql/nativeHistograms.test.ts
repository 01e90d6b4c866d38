/**
 * OpenTelemetry services that publish nothing but a native histogram, scraped by a real Prometheus: demand by its count, latency by its
 * buckets. Numbers by hand; a quantile is known up to the width of a bucket, 9 %.
 */
import { MINUTE, SECOND } from '../../src/domain/base/Duration';
import { detectProfiles } from '../../src/domain/catalogue/detectProfiles';
import type { Profile } from '../../src/domain/catalogue/Profile';
import { serviceRef } from '../../src/domain/catalogue/ServiceRef';
import { metricsToAskAbout } from '../../src/domain/catalogue/metricsToAskAbout';
import { narrowedExpr } from '../../src/domain/promql/narrowedExpr';
import type { Kpi } from '../../src/domain/promql/Question';
import type { QuestionContext } from '../../src/domain/promql/QuestionContext';
import { isNoQuestion, questionFor } from '../../src/domain/promql/questionFor';
import { sourceFactsFrom, sourceFactsQuestion } from '../../src/domain/promql/sourceFactsQuestion';
import { askPrometheus, byLabels } from '../support/askPrometheus';
import { BUCKET_GROWTH, NativeHistogram } from '../support/NativeHistogram';
import { startNativeHistogramTarget, type NativeHistogramTarget } from '../support/NativeHistogramTarget';
import { startPrometheus, type RunningPrometheus } from '../support/Prometheus';

const METRIC = 'http_server_request_duration_seconds';
const STEP = 15 * SECOND;
const NOW = Math.floor(Date.now() / MINUTE) * MINUTE;
const TIMES = Array.from({ length: 49 }, (_, i) => NOW - 12 * MINUTE + i * STEP);

/** Durations evenly from `from` to `to`. */
const spread = (count: number, from: number, to: number): readonly number[] =>
  Array.from({ length: count }, (_, i) => from + ((to - from) * (i + 0.5)) / count);

const of = (service: string, instance: string, code: string, durations: readonly number[]) => ({
  histogram: new NativeHistogram({
    service_namespace: 'shop',
    service_name: service,
    service_instance_id: instance,
    service_version: 'v1',
    http_route: '/pay',
    http_response_status_code: code,
  }),
  /** Of each 15 seconds. */
  durations,
});

const SERIES = [
  of('checkout', 'i1', '200', spread(117, 0.1, 0.2)),
  of('checkout', 'i1', '500', spread(3, 1.8, 2.2)),
  of('checkout', 'i2', '200', spread(60, 0.4, 0.8)),
  of('search', 'i1', '200', spread(30, 0.01, 0.02)),
];

const CHECKOUT = SERIES.slice(0, 3).flatMap(({ durations }) => durations);

let target: NativeHistogramTarget;
let prometheus: RunningPrometheus;

beforeAll(async () => {
  target = await startNativeHistogramTarget({
    name: METRIC,
    series: SERIES.map(({ histogram }) => histogram),
    times: TIMES,
    observe: () => SERIES.forEach(({ histogram, durations }) => durations.forEach((d) => histogram.observe(d))),
  });
  prometheus = await startPrometheus({
    flags: ['--enable-feature=native-histograms'],
    scrape: [
      {
        job_name: 'native',
        honor_labels: true,
        scrape_interval: '100ms',
        scrape_timeout: '100ms',
        static_configs: [{ targets: [target.address] }],
      },
    ],
  });
  await target.scraped;
});

afterAll(async () => {
  await prometheus?.stop();
  await target?.stop();
});

/** The profile as detection fits it to what is in this Prometheus. */
async function detected(): Promise<Profile> {
  const names = new Set([METRIC]);
  const requests = metricsToAskAbout(names, []);
  const facts = sourceFactsFrom(requests, await askPrometheus(prometheus.url, sourceFactsQuestion(requests, []), NOW));
  expect(facts.scrapeIntervals.get(METRIC)).toBe(STEP);
  const [found] = detectProfiles(names, facts.labels);
  if (!found?.usable) {
    throw new Error(`not usable: ${JSON.stringify(found?.missing)}`);
  }
  return found.profile;
}

async function answer(kpi: Kpi, changes: Partial<QuestionContext> = {}, alone = false): Promise<Readonly<Record<string, number>>> {
  const profile = await detected();
  const labels = { service_namespace: 'shop', service_name: 'checkout' };
  const service = serviceRef('uid', profile.id, profile.group, labels);
  const context: QuestionContext = {
    profile,
    resource: null,
    scope: [],
    scrapeInterval: STEP,
    metrics: new Set([METRIC]),
    recorded: new Set(),
    ...(/^(service|api)-/.test(kpi) && { service }),
    ...changes,
  };
  const question = questionFor(kpi, context);
  if (isNoQuestion(question)) {
    throw new Error(`${kpi}: ${question.reason}`);
  }
  const expr = alone ? (narrowedExpr(question.expr, context, service) ?? '') : question.expr;
  return byLabels(await askPrometheus(prometheus.url, expr, NOW), [...question.join, ...question.extra]);
}

/** Everything within a bucket of the quantile. */
function expectQuantile(value: number | undefined, durations: readonly number[], quantile: number): void {
  const exact = [...durations].sort((a, b) => a - b)[Math.floor(quantile * durations.length)] ?? NaN;
  expect(value).toBeGreaterThan(exact / BUCKET_GROWTH);
  expect(value).toBeLessThan(exact * BUCKET_GROWTH);
}

const mean = (durations: readonly number[]): number => durations.reduce((sum, d) => sum + d, 0) / durations.length;

it('is found, with latency and requests both read from the histogram', async () => {
  const { requests, latency, labels } = await detected();
  expect(requests).toMatchObject({ metric: METRIC, native: true });
  expect(latency).toMatchObject({ metric: METRIC, kind: 'native' });
  expect(labels.instance).toBe('service_instance_id');
});

it('counts requests', async () => {
  expect(await answer('demand-now')).toEqual({ 'shop/checkout': expect.closeTo(12, 6), 'shop/search': expect.closeTo(2, 6) });
  expect(await answer('service-demand')).toEqual({ 'shop/checkout': expect.closeTo(12, 6) });
});

it('reads p99 of all instances together, never a mean of quantiles', async () => {
  const values = await answer('service-p99');
  expect(Object.keys(values)).toEqual(['shop/checkout']);
  expectQuantile(values['shop/checkout'], CHECKOUT, 0.99);
});

it('reads p99 of a route', async () => {
  const values = await answer('api-p99', { routes: ['/pay'] });
  expectQuantile(values['shop/checkout//pay'], CHECKOUT, 0.99);
  expect(await answer('api-p99', { routes: ['/other'] })).toEqual({});
});

it('reads the mean', async () => {
  const values = await answer('hourly-latency');
  expect(values['shop/checkout']).toBeCloseTo(mean(CHECKOUT), 6);
  expect(values['shop/search']).toBeCloseTo(0.015, 6);
});

it('tells failures apart', async () => {
  const values = await answer('error-ratio-now');
  expect(values['shop/checkout']).toBeCloseTo(3 / 180, 6);
  expect(values['shop/search']).toBe(0);
});

it('counts instances, and finds the busiest and the burst', async () => {
  expect(await answer('instances-now')).toEqual({ 'shop/checkout/v1': 2, 'shop/search/v1': 1 });
  const busiest = await answer('hourly-busiest-instance');
  expect((busiest['shop/checkout'] ?? 0) / (await answer('hourly-demand'))['shop/checkout']!).toBeCloseTo(8 / 12, 6);
  expect((await answer('burst'))['shop/checkout']).toBeCloseTo(1, 2);
});

it('finds the peak of the day', async () => {
  expect((await answer('daily-peak'))['shop/checkout']).toBeCloseTo(12, 1);
});

it.each<Kpi>(['demand-now', 'hourly-latency', 'daily-peak'])('narrows %s to one service', async (kpi) => {
  const [all, one] = [await answer(kpi), await answer(kpi, {}, true)];
  expect(one).toEqual({ 'shop/checkout': all['shop/checkout'] });
});
