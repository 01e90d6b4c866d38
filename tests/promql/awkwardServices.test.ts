/**
 * Prometheus client services that are hard to read, against a real Prometheus: names nobody should choose, one name in two
 * namespaces, a peak reached while failing, a counter reset, NaN and Inf, next to no traffic, a burst. Numbers by hand.
 */
import { DAY, HOUR, MINUTE, SECOND } from '../../src/domain/base/Duration';
import { builtInProfiles } from '../../src/domain/catalogue/builtInProfiles';
import { labelFactsFrom } from '../../src/domain/catalogue/LabelFacts';
import type { Profile } from '../../src/domain/catalogue/Profile';
import { resourceProfiles } from '../../src/domain/catalogue/resourceProfiles';
import { serviceRef } from '../../src/domain/catalogue/ServiceRef';
import { FLEET_KPIS } from '../../src/domain/promql/FleetKpis';
import { labelFactsQuestion } from '../../src/domain/promql/labelFactsQuestion';
import { narrowedExpr } from '../../src/domain/promql/narrowedExpr';
import type { Kpi, Question } from '../../src/domain/promql/Question';
import type { QuestionContext } from '../../src/domain/promql/QuestionContext';
import { isNoQuestion, questionFor } from '../../src/domain/promql/questionFor';
import { askPrometheus, byLabels, type Row } from '../support/askPrometheus';
import { OpenMetrics } from '../support/OpenMetrics';
import { startPrometheus, type RunningPrometheus } from '../support/Prometheus';

const MIDNIGHT = Date.UTC(2026, 0, 5);
const NEXT = MIDNIGHT + DAY;
const at = (hour: number, minute = 0): number => MIDNIGHT + hour * HOUR + minute * MINUTE;

const AWKWARD = [
  'say "hi"',
  'back\\slash\\',
  '{a="b"}',
  'line\nbreak',
  'größe-日本-🚀',
  'x'.repeat(200),
  'a|b.*',
  '$1',
  "it's",
  'tab\there',
];

const HTTP = builtInProfiles.find((p) => p.id === 'prometheus-http') as Profile;

const context: QuestionContext = {
  profile: HTTP,
  resource: resourceProfiles[0] ?? null,
  scope: [],
  scrapeInterval: 15 * SECOND,
  metrics: new Set(['process_open_fds', 'process_max_fds']),
  recorded: new Set(),
};

const ASKABLE = FLEET_KPIS.filter((kpi) => !isNoQuestion(questionFor(kpi, context)));

/** From ten to eleven the first instance carries 20/s, one of them failing. */
const inPeak = (t: number): boolean => t > at(10) && t <= at(11);

/** One minute of each five carries 10/s, the others 2.5/s: 4/s in the mean. */
const bursts = (t: number): number =>
  (t - MIDNIGHT) % (5 * MINUTE) <= MINUTE && (t - MIDNIGHT) % (5 * MINUTE) > 0 ? 10 : 2.5;

function samples(): string {
  const all = new OpenMetrics(MIDNIGHT, NEXT, 15 * SECOND);
  const checkout = (n: number, code: string) => ({
    namespace: 'shop',
    service: 'checkout',
    instance: `i${n}`,
    zone: n === 1 ? 'a' : 'b',
    version: `v${n}`,
    team: 'pay',
    route: '/pay',
    code,
  });
  const plain = (namespace: string, service: string) => ({
    namespace,
    service,
    instance: 'i1',
    zone: 'a',
    version: 'v1',
    team: 't',
    route: '/',
    code: '200',
  });
  all.counter('http_requests_total', checkout(1, '200'), (t) => (inPeak(t) ? 19 : 7));
  all.counter('http_requests_total', checkout(1, '500'), (t) => (inPeak(t) ? 1 : 0));
  all.counter('http_requests_total', checkout(2, '200'), 4);
  all.counter('http_requests_total', plain('other', 'checkout'), 3);
  // A release at 14:20: looked at 14:00, 14:15 (and after it at 14:30, 14:45, 15:00) there is one version, never both.
  all.counter('http_requests_total', plain('shop', 'rollout'), (t) => (t > at(14, 20) ? null : 2));
  all.counter('http_requests_total', { ...plain('shop', 'rollout'), version: 'v2' }, (t) => (t > at(14, 20) ? 2 : null));
  all.counter('http_requests_total', plain('shop', 'idle'), 0.05);
  all.counter('http_requests_total', plain('shop', 'bursty'), bursts);
  all.counter('http_requests_total', plain('shop', 'gap'), (t) => (t > at(6) && t < at(8) ? null : 2));
  // Resets at noon: the counter starts again from zero.
  let since = 0;
  all.gauge('http_requests_total', plain('shop', 'reset'), (t) => {
    since = t === at(12) ? 0 : since + 75;
    return since;
  });
  all.gauge('http_requests_total', plain('shop', 'nan'), () => NaN);
  all.gauge('http_requests_total', plain('shop', 'inf'), () => Infinity);
  AWKWARD.forEach((name) => all.counter('http_requests_total', { ...plain('shop', name), route: name }, 2));
  all.counter('process_cpu_seconds_total', { namespace: 'shop', service: 'checkout', instance: 'i1' }, 0.5);
  all.counter('process_cpu_seconds_total', { namespace: 'shop', service: 'checkout', instance: 'i2' }, 0.25);
  all.gauge('process_open_fds', { namespace: 'shop', service: 'checkout', instance: 'i1' }, 100);
  all.gauge('process_open_fds', { namespace: 'shop', service: 'checkout', instance: 'i2' }, 700);
  all.gauge('process_open_fds', { namespace: 'shop', service: 'idle', instance: 'i1' }, 5);
  all.gauge('process_max_fds', { namespace: 'shop', service: 'checkout', instance: 'i1' }, 1000);
  all.gauge('process_max_fds', { namespace: 'shop', service: 'checkout', instance: 'i2' }, 1000);
  all.gauge('process_max_fds', { namespace: 'shop', service: 'idle', instance: 'i1' }, 0);
  return all.text();
}

let prometheus: RunningPrometheus;

beforeAll(async () => {
  prometheus = await startPrometheus({ openMetrics: samples() });
});

afterAll(() => prometheus?.stop());

function asked(kpi: Kpi, changes: Partial<QuestionContext> = {}): Question {
  const outcome = questionFor(kpi, { ...context, ...changes });
  if (isNoQuestion(outcome)) {
    throw new Error(outcome.reason);
  }
  return outcome;
}

async function answer(
  kpi: Kpi,
  time: number,
  changes: Partial<QuestionContext> = {}
): Promise<Readonly<Record<string, number>>> {
  const { expr, join, extra } = asked(kpi, changes);
  return byLabels(await askPrometheus(prometheus.url, expr, time), [...join, ...extra]);
}

describe('numbers by hand', () => {
  it.each<[string, Kpi, number, Record<string, number>]>([
    ['demand at night, by namespace and name', 'demand-now', at(20), { 'shop/checkout': 11, 'other/checkout': 3 }],
    ['demand in the peak', 'demand-now', at(10, 30), { 'shop/checkout': 24 }],
    ['no failures are 0, not a gap', 'error-ratio-now', at(20), { 'shop/checkout': 0, 'other/checkout': 0 }],
    ['one failure in 24', 'error-ratio-now', at(10, 30), { 'shop/checkout': 1 / 24, 'other/checkout': 0 }],
    ['the peak of the day', 'daily-peak', NEXT, { 'shop/checkout': 24, 'other/checkout': 3, 'shop/reset': 5 }],
    ['the peak was reached while failing', 'daily-peak-while-failing', NEXT, { 'shop/checkout': 24 }],
    ['the mean of the peak hour', 'hourly-demand', at(11), { 'shop/checkout': 24 }],
    ['a counter reset costs nothing', 'hourly-demand', at(12, 30), { 'shop/reset': 5 - 75 / 3600 }],
    ['the busiest instance', 'hourly-busiest-instance', at(11), { 'shop/checkout': 20, 'other/checkout': 3 }],
    ['instances of an hour', 'hourly-instances', at(11), { 'shop/checkout/v1': 1, 'shop/checkout/v2': 1, 'other/checkout/v1': 1 }],
    ['the hour of a rollout, as far as each version ran', 'hourly-instances', at(15), { 'shop/rollout/v1': 0.4, 'shop/rollout/v2': 0.6 }],
    ['instances of an hour, half of which nobody looked at', 'hourly-instances', at(7), { 'shop/gap/v1': 1 }],
    ['cores of an hour', 'hourly-cores', at(11), { 'shop/checkout': 0.75 }],
    ['a minute at 10/s in five of 4/s', 'burst', at(20), { 'shop/bursty': 2.5, 'shop/checkout': 1 }],
    ['the worst instance of a resource', 'saturation', at(20), { 'shop/checkout/file-descriptors': 0.7 }],
    [
      'instances by zone, version and owner',
      'instances-now',
      at(20),
      { 'shop/checkout/a/v1/pay': 1, 'shop/checkout/b/v2/pay': 1, 'other/checkout/a/v1/t': 1 },
    ],
  ])('%s', async (_name, kpi, time, expected) => {
    const values = await answer(kpi, time);
    for (const [key, value] of Object.entries(expected)) {
      expect([key, values[key]?.toFixed(6)]).toEqual([key, value.toFixed(6)]);
    }
  });

  it("equals the day's peak exactly where the peak is censored, and is absent where nothing failed", async () => {
    const [peaks, failing] = [await answer('daily-peak', NEXT), await answer('daily-peak-while-failing', NEXT)];
    expect(failing['shop/checkout']).toBe(peaks['shop/checkout']);
    expect(Object.keys(failing)).toEqual(['shop/checkout']);
  });

  it('gives no ratio and no burst over next to no traffic', async () => {
    expect(await answer('error-ratio-now', at(20))).not.toHaveProperty('shop/idle');
    expect(await answer('burst', at(20))).not.toHaveProperty('shop/idle');
  });

  it('never divides by a limit of 0', async () => {
    expect(Object.keys(await answer('saturation', at(20)))).toEqual(['shop/checkout/file-descriptors']);
  });

  it('leaves a gap a gap', async () => {
    expect(await answer('demand-now', at(7))).not.toHaveProperty('shop/gap');
    expect(await answer('instances-now', at(7))).not.toHaveProperty('shop/gap/a/v1/t');
    expect((await answer('demand-now', at(9)))['shop/gap']).toBeCloseTo(2, 6);
  });

  it('keeps NaN and Inf to the service that reports them', async () => {
    const values = await answer('demand-now', at(20));
    expect(values['shop/nan']).toBeNaN();
    expect(values['shop/inf']).toBeNaN();
    expect(values['shop/checkout']).toBeCloseTo(11, 6);
  });
});

describe.each(AWKWARD)('a service named %j', (name) => {
  const service = serviceRef('uid', HTTP.id, HTTP.group, { namespace: 'shop', service: name });

  it('is told apart in a fleet', async () => {
    expect((await answer('demand-now', at(20)))[`shop/${name}`]).toBeCloseTo(2, 6);
  });

  it.each<Kpi>(['service-demand', 'service-hourly-peak', 'service-minute-peak', 'service-instances'])(
    'is the only one %s speaks of',
    async (kpi) => {
      const values = Object.entries(await answer(kpi, at(20), { service }));
      expect(values).toHaveLength(1);
      expect(values[0]?.[0].startsWith(`shop/${name}`)).toBe(true);
      expect(values[0]?.[1]).toBeCloseTo(kpi === 'service-instances' ? 1 : 2, 6);
    }
  );

  it.each(ASKABLE)('is the only one %s speaks of once narrowed, and with the same answer', async (kpi) => {
    const whole = asked(kpi);
    const own = (rows: readonly Row[]) => rows.filter(({ labels }) => labels['service'] === name && labels['namespace'] === 'shop');
    const all = await askPrometheus(prometheus.url, whole.expr, at(20));
    const narrowed = narrowedExpr(whole.expr, context, service) ?? '';
    const one = await askPrometheus(prometheus.url, narrowed, at(20));
    expect(byLabels(one, [...whole.join, ...whole.extra])).toEqual(byLabels(own(all), [...whole.join, ...whole.extra]));
  });

  it('finds its route by text, whatever the text', async () => {
    const values = await answer('api-demand', at(20), { service, routes: ['/other', name] });
    expect(Object.keys(values)).toEqual([`shop/${name}/${name}`]);
  });
});

describe('a question of the fleet, narrowed to one service', () => {
  const names = ['checkout', 'rollout', 'bursty', 'idle', 'nan'];
  const keyed = (rows: readonly Row[], { join, extra }: Question) => byLabels(rows, [...join, ...extra]);

  it.each(ASKABLE)('%s answers as its row of the whole does', async (kpi) => {
    const whole = asked(kpi);
    for (const [time, name] of names.flatMap((n) => [[at(10, 30), n] as const, [NEXT, n] as const])) {
      const service = serviceRef('uid', HTTP.id, HTTP.group, { namespace: 'shop', service: name });
      const all = await askPrometheus(prometheus.url, whole.expr, time);
      const one = await askPrometheus(prometheus.url, narrowedExpr(whole.expr, context, service) ?? '', time);
      const row = all.filter(({ labels }) => labels['service'] === name && labels['namespace'] === 'shop');
      expect([name, keyed(one, whole)]).toEqual([name, keyed(row, whole)]);
    }
  });
});

describe('questions that must not match too much', () => {
  it('a route that looks like a pattern does not match others', async () => {
    const service = serviceRef('uid', HTTP.id, HTTP.group, { namespace: 'shop', service: 'checkout' });
    expect(await answer('api-demand', at(20), { service, routes: ['.*'] })).toEqual({});
  });

  it('a service of one namespace is not that of another', async () => {
    const service = serviceRef('uid', HTTP.id, HTTP.group, { namespace: 'other', service: 'checkout' });
    expect(await answer('service-demand', at(20), { service })).toEqual({ 'other/checkout': expect.closeTo(3, 6) });
  });

  it('a scope narrows every question', async () => {
    const scope = [{ label: 'team', op: '=', value: 'pay' }] as const;
    expect(Object.keys(await answer('demand-now', at(20), { scope }))).toEqual(['shop/checkout']);
  });
});

describe('labelFactsQuestion', () => {
  it('counts series and values of the labels that are there', async () => {
    const candidates = ['namespace', 'service', 'zone', 'nope', 'code'];
    const rows = await askPrometheus(prometheus.url, labelFactsQuestion('http_requests_total', candidates, []), at(20));
    const facts = labelFactsFrom('http_requests_total', rows);
    const services = 9 - 1 + AWKWARD.length;
    expect(facts.series).toBe(services + 3);
    expect([...facts.labels]).toEqual(
      expect.arrayContaining([
        ['namespace', { values: 2, series: services + 3 }],
        ['zone', { values: 2, series: services + 3 }],
        ['code', { values: 2, series: services + 3 }],
      ])
    );
    expect(facts.labels.has('nope')).toBe(false);
  });
});
