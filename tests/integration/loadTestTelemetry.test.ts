/** What a load test reads of a service, from a real Prometheus that scrapes real processes. */
import { directTransport } from '../../src/adapters/prometheus/directTransport';
import { PrometheusMetrics } from '../../src/adapters/prometheus/PrometheusMetrics';
import { SECOND } from '../../src/domain/base/Duration';
import { facts as serviceFacts } from '../../src/domain/capacity/serviceFacts.fixture';
import { canaryQueries } from '../../src/domain/canary/aca/canaryQueries';
import { parseCanaryConfig } from '../../src/domain/canary/aca/parseCanaryConfig';
import { builtInProfiles } from '../../src/domain/catalogue/builtInProfiles';
import type { Profile } from '../../src/domain/catalogue/Profile';
import { resourceProfiles } from '../../src/domain/catalogue/resourceProfiles';
import { serviceRef } from '../../src/domain/catalogue/ServiceRef';
import type { SubjectSamples } from '../../src/domain/guards/SubjectSamples';
import type { QuestionContext } from '../../src/domain/promql/QuestionContext';
import { SIGNAL } from '../../src/domain/ramp/Signal';
import { windowReading } from '../../src/domain/ramp/windowReading';
import { evidenceOf, newestOf } from '../../src/engine/loadtest/evidenceOf';
import { knownOfService } from '../../src/engine/loadtest/telemetry/knownOfService';
import { PrometheusTelemetry } from '../../src/engine/loadtest/telemetry/PrometheusTelemetry';
import type { TelemetryReading } from '../../src/engine/loadtest/telemetry/Telemetry';
import { startCountingInstance, type CountingInstance } from '../support/CountingInstance';
import { startPrometheus, type RunningPrometheus } from '../support/Prometheus';

const HTTP = builtInProfiles.find((p) => p.id === 'prometheus-http') as Profile;
const MEMBERS = ['cart-1', 'cart-2', 'cart-3'];
const RULES = `groups:
  - name: g
    rules:
      - { alert: CartIsSlow, expr: vector(1), labels: { namespace: shop, service: cart } }
      - { alert: SomebodyElse, expr: vector(1), labels: { namespace: shop, service: search } }
`;

const { signal } = new AbortController();
const instances: CountingInstance[] = [];
let prometheus: RunningPrometheus;

const target = (address: string | undefined, labels: Record<string, string>) => ({ targets: [address ?? ''], labels: { namespace: 'shop', version: 'v7', ...labels } });

beforeAll(async () => {
  const usual = { routes: { '/pay': 6, '/list': 4 }, failing: 0, cores: 0.2, secondsEach: 0.02, calls: 10 };
  instances.push(await startCountingInstance({ routes: { '/pay': 24, '/list': 16 }, failing: 0.1, cores: 0.8, secondsEach: 0.05, calls: 80 }));
  instances.push(await startCountingInstance(usual), await startCountingInstance(usual));
  const [a, b, c] = instances.map(({ address }) => address);
  const cart = [a, b, c].map((address, i) => target(address, { service: 'cart', instance: MEMBERS[i] ?? '' }));
  // Two processes that carry one name.
  const twins = [target(b, { service: 'twins', instance: 'twin', zone: 'a' }), target(c, { service: 'twins', instance: 'twin', zone: 'b' })];
  prometheus = await startPrometheus({ rules: RULES, scrape: [{ job_name: 'shop', scrape_interval: '1s', scrape_timeout: '1s', static_configs: [...cart, ...twins] }] });
});

afterAll(async () => {
  await prometheus?.stop();
  await Promise.all(instances.map((one) => one.stop()));
});

const metrics = () => new PrometheusMetrics(directTransport(() => prometheus.url), async () => undefined, () => performance.now());

const contextOf = (service: string): QuestionContext => ({
  profile: HTTP,
  resource: resourceProfiles[0] ?? null,
  scope: [],
  scrapeInterval: 15 * SECOND,
  metrics: new Set(),
  recorded: new Set(),
  service: serviceRef('p', HTTP.id, HTTP.group, { namespace: 'shop', service }),
});

const QUIET_GRAFANA = { notQuiet: async () => ({ ok: true as const, value: [] }) };

function telemetry(service = 'cart', name = 'cart-1', members: readonly string[] = MEMBERS): PrometheusTelemetry {
  const context = contextOf(service);
  return new PrometheusTelemetry(metrics(), { source: 'p', context, target: name, members: async () => members, known: (abort) => knownOfService(serviceFacts(), { metrics: metrics(), alerts: QUIET_GRAFANA, source: 'p', context, subjects: [{ name: service, places: ['shop'], labels: { namespace: 'shop', service } }] }, abort) });
}

async function readUntil(of: PrometheusTelemetry, good: (reading: TelemetryReading) => boolean): Promise<TelemetryReading> {
  for (;;) {
    const read = await of.read(30 * SECOND, signal);
    if (!read.ok) {
      throw new Error(read.error);
    }
    if (good(read.value)) {
      return read.value;
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

const subject = ({ subjects }: TelemetryReading, name: string): SubjectSamples => {
  const found = subjects.find((s) => s.subject === name);
  if (!found) {
    throw new Error(`nothing of ${name} in ${subjects.map((s) => s.subject).join(', ')}`);
  }
  return found;
};

const timesOf = (one: SubjectSamples): readonly number[] => one.series.requests?.[0]?.map(({ at }) => at) ?? [];
const sampled = (reading: TelemetryReading, count: number): boolean => MEMBERS.every((name) => reading.subjects.some((s) => s.subject === name && timesOf(s).length >= count));
const over = (one: SubjectSamples) => windowReading(one, timesOf(one)[0] ?? 0, timesOf(one).at(-1) ?? 0, null);

it('reads demand, failures and CPU of every instance from raw samples', async () => {
  const reading = await readUntil(telemetry(), (r) => sampled(r, 9));
  expect(reading.subjects.map(({ subject: name, role }) => [name, role])).toEqual([['cart-1', 'target'], ['cart-2', 'peer'], ['cart-3', 'peer']]);
  const [own, peer] = ['cart-1', 'cart-2'].map((name) => over(subject(reading, name)));
  expect((own?.demand ?? 0) / 40).toBeCloseTo(1, 0);
  expect((peer?.demand ?? 0) / 10).toBeCloseTo(1, 0);
  // Both counters come from one scrape: these hold whatever the machine's pace.
  expect((own?.errors ?? 0) / (own?.requests ?? 1)).toBeCloseTo(0.1, 6);
  expect(peer?.errors).toBe(0);
  expect((own?.values.cpu ?? 0) / (own?.demand ?? 1)).toBeCloseTo(0.8 / 40, 6);
  expect(own?.values.latency).toBeCloseTo(0.05, 6);
  expect(subject(reading, 'cart-1').buckets.map(({ le }) => le)).toEqual([0.1, Infinity]);
});

it('asks what a canary configuration of Kayenta asks, of each instance at the end of each window', async () => {
  const parsed = parseCanaryConfig(
    JSON.stringify({
      metrics: [
        { name: 'failing', query: { customInlineTemplate: 'PromQL: sum(rate(http_requests_total{instance="${scope}", namespace="${location}", code=~"5.."}[5s])) / sum(rate(http_requests_total{instance="${scope}"}[5s]))' } },
        { name: 'requests', query: { metricName: 'http_requests_total', labelBindings: ['code!~"5.."'] } },
        { name: 'of nobody', query: { metricName: 'no_such_metric' } },
      ],
    })
  );
  if (!parsed.ok) {
    throw new Error(parsed.error);
  }
  const of = telemetry();
  const at = newestOf(subject(await readUntil(of, (r) => sampled(r, 12)), 'cart-1'), SIGNAL.requests) ?? 0;
  expect((await of.facts(signal)).ok).toBe(true);
  const read = await of.canary(canaryQueries(parsed.value.config), { from: at - 2 * SECOND, to: at }, SECOND, signal);
  const values = (name: string, member: string): readonly number[] => (read.ok ? [...(read.value.get(name)?.get(member)?.values() ?? [])] : []);
  expect(values('failing', 'cart-1')).toHaveLength(3);
  values('failing', 'cart-1').forEach((value) => expect(value).toBeCloseTo(0.1, 6));
  expect(values('failing', 'cart-2')).toEqual([0, 0, 0]);
  expect(values('requests', 'cart-2').every((value) => value > 0)).toBe(true);
  expect(read.ok && [...read.value].map(([name, by]) => [name, [...by.keys()].sort()])).toEqual([['failing', MEMBERS], ['requests', MEMBERS], ['of nobody', []]]);
});

it('tells the age of samples by the clock of the server', async () => {
  const reading = await readUntil(telemetry(), (r) => sampled(r, 2));
  const evidence = evidenceOf(reading.subjects, telemetry().required, MEMBERS, reading.now ?? 0, 30 * SECOND);
  expect(evidence.missing).toEqual([]);
  expect(evidence.at).toBeLessThanOrEqual(reading.now ?? 0);
});

it('knows the target before a run', async () => {
  const of = telemetry();
  await readUntil(of, (r) => sampled(r, 5));
  const facts = await of.facts(signal);
  expect(facts).toMatchObject({ ok: true, value: { scrapeMs: 1000, targetMatches: 1, version: 'v7', versionsInPool: ['v7'], buckets: true, alerts: [{ by: 'Prometheus', known: true, alerts: [{ name: 'CartIsSlow', about: 'cart', state: 'firing' }] }, { by: 'Grafana', known: true, alerts: [] }], safeLimitRps: 260 } });
  expect(facts.ok && [...facts.value.signals].sort()).toEqual([SIGNAL.cpu, SIGNAL.errors, SIGNAL.latencyCount, SIGNAL.latencySum, SIGNAL.memory, SIGNAL.rejects, SIGNAL.requests, SIGNAL.startTime, SIGNAL.up]);
  expect(of.required).toEqual([SIGNAL.requests, SIGNAL.cpu, SIGNAL.latencyCount]);
});

it.each<[string, string, string, readonly string[], number]>([
  ['two processes of one name', 'twins', 'twin', ['twin'], 2],
  ['a name nobody has', 'cart', 'cart-9', [...MEMBERS, 'cart-9'], 0],
  ['one of three', 'cart', 'cart-3', MEMBERS, 1],
])('counts who a target may be: %s', async (_name, service, name, members, matches) => {
  await readUntil(telemetry(), (r) => sampled(r, 2));
  expect(await telemetry(service, name, members).facts(signal)).toMatchObject({ ok: true, value: { targetMatches: matches } });
});

it('draws a step by instance, API and dependency, also when the pool is gone', async () => {
  const reading = await readUntil(telemetry(), (r) => sampled(r, 6));
  const times = timesOf(subject(reading, 'cart-1'));
  const step = { index: 3, from: times[0] ?? 0, to: times.at(-1) ?? 0 };
  const curves = await telemetry('cart', 'cart-1', []).curves([step], signal);
  expect(curves.ok && curves.value).toHaveLength(1);
  const drawn = curves.ok ? curves.value[0] : undefined;
  expect(drawn).toMatchObject({ index: 3, target: { memoryBytes: 104857600 }, apis: [{ name: '/pay' }, { name: '/list' }], dependencies: [{ name: 'db', errorRatio: 0 }] });
  expect(drawn?.target.errorRatio).toBeCloseTo(0.1, 6);
  expect(drawn?.apis[0]?.meanSeconds).toBeCloseTo(0.05, 6);
  expect(drawn?.dependencies[0]?.meanSeconds).toBeCloseTo(0.002, 6);
  expect((drawn?.apis[0]?.demandRps ?? 0) / (drawn?.apis[1]?.demandRps ?? 1)).toBeCloseTo(1.5, 6);
  expect(drawn?.peers.errorRatio).toBe(0);
});

it('finds a target that disappears missing, its peers not', async () => {
  await readUntil(telemetry(), (r) => sampled(r, 2));
  await instances[0]?.stop();
  const gone = await readUntil(telemetry(), (r) => {
    const [own, peer] = ['cart-1', 'cart-2'].map((name) => newestOf(r.subjects.find((s) => s.subject === name), SIGNAL.requests));
    return (peer ?? 0) - (own ?? 0) > 4 * SECOND;
  });
  const peersNow = Math.min(...['cart-2', 'cart-3'].map((name) => newestOf(subject(gone, name), SIGNAL.requests) ?? 0));
  expect(evidenceOf(gone.subjects, [SIGNAL.requests], MEMBERS, peersNow, SECOND).missing).toEqual(['requests of cart-1']);
  expect(subject(gone, 'cart-1').series.up?.[0]?.at(-1)?.value).toBe(0);
});
