/** Guards on dependencies, pools, collection, containers and machines, on samples of a real Prometheus. */
import { directTransport } from '../../src/adapters/prometheus/directTransport';
import { PrometheusMetrics } from '../../src/adapters/prometheus/PrometheusMetrics';
import { SECOND } from '../../src/domain/base/Duration';
import { builtInProfiles } from '../../src/domain/catalogue/builtInProfiles';
import { CONTAINER_CPU, LIMITS } from '../../src/domain/catalogue/kubernetesMetrics';
import type { Profile } from '../../src/domain/catalogue/Profile';
import { resourceProfiles } from '../../src/domain/catalogue/resourceProfiles';
import { serviceRef, type ServiceRef } from '../../src/domain/catalogue/ServiceRef';
import { evaluateGuard } from '../../src/domain/guards/evaluateGuard';
import type { GuardResult } from '../../src/domain/guards/GuardResult';
import type { QuestionContext } from '../../src/domain/promql/QuestionContext';
import { dependencySubject } from '../../src/domain/ramp/arming/dependencyGuards';
import { armGuards } from '../../src/domain/ramp/guardSpecs';
import type { RampPlan } from '../../src/domain/ramp/Plan';
import { plan } from '../../src/domain/ramp/run.fixture';
import { serviceLabelsOf } from '../../src/domain/ramp/serviceLabelsOf';
import { PrometheusTelemetry } from '../../src/engine/loadtest/telemetry/PrometheusTelemetry';
import type { TelemetryReading } from '../../src/engine/loadtest/telemetry/Telemetry';
import { OpenMetrics } from '../support/OpenMetrics';
import { startPrometheus, type RunningPrometheus } from '../support/Prometheus';
import { startTextExporter, type TextExporter } from '../support/TextExporter';

const HTTP = builtInProfiles.find((p) => p.id === 'prometheus-http') as Profile;
const CADVISOR = resourceProfiles.find((r) => r.id === 'cadvisor') ?? null;
const { signal } = new AbortController();

const service = (name: string): ServiceRef => serviceRef('p', HTTP.id, HTTP.group, { namespace: 'shop', service: name });
const contextOf = (name: string): QuestionContext => ({
  profile: HTTP,
  resource: CADVISOR,
  scope: [],
  scrapeInterval: 5 * SECOND,
  metrics: new Set([CONTAINER_CPU, LIMITS]),
  recorded: new Set(),
  service: service(name),
});

const PLAN: RampPlan = plan({
  service: service('cart').key,
  target: 'cart-1',
  dependencies: ['payments', 'stock'].map((name) => ({ service: service(name).key, direction: 'downstream' as const, p99Seconds: null, pool: name === 'payments' ? 'main' : null })),
  extraGuards: [{ title: 'Sessions', metric: 'db_sessions{kind="open"}', measure: 'gauge', of: null, limit: 40, windowSeconds: 0, on: 'target', role: 'limit' }],
});

function telemetryOn(prometheus: RunningPrometheus, asked: string[] = []): PrometheusTelemetry {
  const metrics = new PrometheusMetrics(directTransport(() => prometheus.url), async () => undefined, () => performance.now());
  const counted = new Proxy(metrics, {
    get: (of, name: 'raw') => (name === 'raw' ? (...args: Parameters<PrometheusMetrics['raw']>) => (asked.push(args[1]), of.raw(...args)) : (of[name] as () => unknown).bind(of)),
  });
  const known = { cores: null, memoryBytes: null, safeLimitRps: null, peakTodayRps: null, service: null, autoscaler: null, alerts: [], scrapeTimeoutMs: null };
  return new PrometheusTelemetry(counted, {
    source: 'p',
    context: contextOf('cart'),
    target: 'cart-1',
    members: async () => ['cart-1', 'cart-2'],
    known: async () => known,
    extraGuards: PLAN.extraGuards,
    dependencies: async () => PLAN.dependencies.map((d) => ({ name: dependencySubject(d.service), source: 'p', context: contextOf(serviceLabelsOf(d.service).at(-1) ?? '') })),
  });
}

/** Reads far enough back for samples that end a while ago: starting a server takes its time. */
async function looked(of: PrometheusTelemetry) {
  const facts = await of.facts(signal);
  const read = await of.read(200 * SECOND, signal);
  if (!facts.ok || !read.ok) {
    throw new Error(facts.ok ? 'the samples could not be read' : facts.error);
  }
  return { reading: read.value, scrapeMs: facts.value.scrapeMs, list: armGuards(PLAN, { ...facts.value, subjects: read.value.subjects }) };
}

type Looked = Awaited<ReturnType<typeof looked>>;

function resultOf({ list, scrapeMs }: Looked, id: string, { subjects }: TelemetryReading, now: number): GuardResult {
  const spec = list.armed.find((guard) => guard.spec.id === id)?.spec;
  if (spec === undefined) {
    throw new Error(`${id} is not armed: ${JSON.stringify(list.unarmed)}`);
  }
  return evaluateGuard(spec, { scrapeMs, subjects, router: null }, now);
}

describe('on samples filled in, each with a time of its own', () => {
  // A whole scrape ago on the grid of the service; cAdvisor looks every 12 s, payments are scraped 2 s later than the service.
  const end = Math.floor(Date.now() / 60_000) * 60_000;
  const from = end - 300_000;
  const asked: string[] = [];
  let prometheus: RunningPrometheus;
  let found: Looked;

  const ofPod = (n: number) => ({ namespace: 'shop', pod: `cart-${n}`, container: 'app' });
  const own = (n: number) => ({ ...ofPod(n), service: 'cart', instance: `cart-${n}` });
  const late = (value: number, before: number) => (at: number) => (at > end - 40_000 ? value : before);

  beforeAll(async () => {
    const scraped = new OpenMetrics(from, end, 5_000);
    for (const n of [1, 2]) {
      const full = n === 1;
      scraped
        .counter('http_requests_total', { ...own(n), code: '200' }, 100)
        .gauge('go_sql_in_use_connections', { ...own(n), db_name: 'main' }, full ? late(6, 3) : 3)
        .gauge('go_sql_max_open_connections', { ...own(n), db_name: 'main' }, 6)
        .gauge('hikaricp_connections_active', { ...own(n), pool: 'reports' }, full ? late(10, 1) : 1)
        .gauge('hikaricp_connections_max', { ...own(n), pool: 'reports' }, 10)
        .counter('jvm_gc_pause_seconds_sum', { ...own(n), action: 'end of minor GC' }, full ? late(0.3, 0.01) : 0.01)
        .gauge('jvm_memory_used_bytes', { ...own(n), area: 'heap', id: 'old' }, 50)
        .gauge('jvm_memory_max_bytes', { ...own(n), area: 'heap', id: 'old' }, 100)
        .gauge('jvm_threads_live_threads', own(n), 80)
        .gauge('db_sessions', { ...own(n), kind: 'open' }, 30)
        .gauge('db_sessions', { ...own(n), kind: 'idle' }, 30)
        .gauge(LIMITS, { ...ofPod(n), resource: 'cpu' }, 2)
        .gauge(LIMITS, { ...ofPod(n), resource: 'memory' }, 1e9);
    }
    const looked12 = new OpenMetrics(from, end, 12_000);
    for (const n of [1, 2]) {
      looked12.counter(CONTAINER_CPU, { ...ofPod(n), instance: 'node-7', job: 'kubelet' }, n === 1 ? late(1.9, 0.5) : 0.5);
      looked12.counter(CONTAINER_CPU, { ...ofPod(n), container: 'sidecar', instance: 'node-7', job: 'kubelet' }, 2);
      looked12.gauge('container_memory_working_set_bytes', { ...ofPod(n), instance: 'node-7', job: 'kubelet' }, 4e8);
    }
    const dependencies = ['payments', 'stock'].flatMap((name) =>
      [1, 2].map((n) => {
        const labels = { namespace: 'shop', service: name, instance: `${name}-${n}` };
        const grid = new OpenMetrics(from + 1_000 + n * 1_000, end - 5_000 + 1_000 + n * 1_000, 5_000);
        const failing = name === 'payments' ? late(60, 0.1) : 0.1;
        return grid.counter('http_requests_total', { ...labels, code: '200' }, 50).counter('http_requests_total', { ...labels, code: '500' }, failing).histogram('http_request_duration_seconds', labels, 60, { '0.1': 1, '1': 1 }, 0.05).text();
      })
    );
    prometheus = await startPrometheus({ openMetrics: [scraped.text(), looked12.text(), ...dependencies].join('') });
    const telemetry = telemetryOn(prometheus, asked);
    found = await looked(telemetry);
  });

  afterAll(() => prometheus?.stop());

  it('asks three questions a look: the service, its containers, and all dependencies of one profile', () => {
    expect(asked.slice(-3).filter((expr) => expr.includes('payments')).map((expr) => expr.includes('stock'))).toEqual([true]);
    expect(asked.slice(-3).filter((expr) => expr.includes(CONTAINER_CPU))).toHaveLength(1);
    expect(new Set(asked.slice(-3)).size).toBe(3);
  });

  it.each<[string, string, 'pass' | 'stop', number, number]>([
    ['a pool of six to a dependency that is full', 'pool-to-shop/payments-target', 'stop', 1, 1],
    ['another pool that is full', 'pool-hikari:reports-target', 'stop', 1, 1],
    ['the pool of the peers', 'pool-go:main-peer', 'pass', 0.5, 0.5],
    ['time in collection', 'gc-micrometer-target', 'stop', 0.3, 0.3],
    ['CPU of the container', 'cpu-target', 'stop', 0.95, 0.95],
    ['CPU of the containers of the peers', 'cpu-peer', 'pass', 0.25, 0.25],
    ['memory of the container', 'memory-target', 'pass', 0.4, 0.4],
    ['a dependency that fails', 'errors-hard-shop/payments-dependency', 'stop', 0.545454, 0.545455],
    ['a dependency that does not', 'errors-shop/stock-dependency', 'pass', 0.00199, 0.002],
    ['latency of a dependency', 'p99-shop/payments-dependency', 'pass', 0.099, 0.099],
    ["the operator's own", 'own-1-target', 'pass', 30, 30],
  ])('reads %s', (_name, id, verdict, least, most) => {
    const result = resultOf(found, id, found.reading, end);
    expect([result.verdict, result.reason]).toEqual([verdict, expect.any(String)]);
    expect(result.value).toBeGreaterThanOrEqual(least - 1e-6);
    expect(result.value).toBeLessThanOrEqual(most + 1e-6);
  });

  it.each<[string, string, number, number]>([
    ['of the service', 'pool-go:main-peer', 5_000, 0],
    ['of cAdvisor', 'cpu-target', 12_000, 0],
    ['of a dependency: the oldest of its instances', 'errors-hard-shop/payments-dependency', 5_000, 3_000],
  ])('judges by the timestamps %s', (_name, id, every, age) => {
    const { slots, ageMs } = resultOf(found, id, found.reading, end).evidence;
    expect(ageMs).toBe(age);
    expect(slots.map(({ at }) => end - age - at)).toEqual(slots.map((_slot, i) => (slots.length - 1 - i) * every));
  });

  it('says what is too slow, what has no limit and what nobody publishes', () => {
    const reasons = Object.fromEntries(found.list.unarmed.map(({ id, reason }) => [id, reason]));
    expect(reasons['cpu-hard']).toContain('every 12 s');
    expect(reasons['threads-jvm']).toBe('the JVM publishes no greatest number of threads');
    expect(reasons['pool-to-shop/stock']).toContain('none carries its name; pools of the target: reports, main');
    expect(reasons.files).toContain('none of the families known');
  });

  it('is violated by a container whose samples stop, by their own time', () => {
    expect(resultOf(found, 'cpu-peer', found.reading, end + 24_000).verdict).toBe('pass');
    expect(resultOf(found, 'cpu-peer', found.reading, end + 24_001)).toMatchObject({ verdict: 'stop', value: null });
  });
});

describe('on samples scraped', () => {
  const HOUSEKEEPING = 2_000;
  const world = { failing: 0, cores: 0.4 };
  const exporters: TextExporter[] = [];
  let prometheus: RunningPrometheus;

  /** Counters that grow between scrapes at the rate of the moment. */
  function grown() {
    const totals = new Map<string, number>();
    let last = Date.now();
    return (rates: Readonly<Record<string, number>>): Readonly<Record<string, number>> => {
      const now = Date.now();
      Object.entries(rates).forEach(([name, rate]) => totals.set(name, (totals.get(name) ?? 0) + (rate * (now - last)) / 1000));
      last = now;
      return Object.fromEntries(totals);
    };
  }

  const serving = (rates: () => Readonly<Record<string, number>>) => {
    const grow = grown();
    return () => Object.entries(grow(rates())).map(([code, total]) => `http_requests_total{code="${code}"} ${total}\n`).join('');
  };

  /** As cAdvisor: looks now and then, and tells what it saw with the time at which it looked. */
  function kubelet(): () => string {
    const grow = grown();
    let seen = { at: 0, text: '' };
    return () => {
      if (Date.now() - seen.at >= HOUSEKEEPING) {
        const at = Date.now();
        const total = grow({ cpu: world.cores }).cpu;
        seen = { at, text: ['cart-1', 'cart-2'].map((pod) => `${CONTAINER_CPU}{namespace="shop",pod="${pod}",container="app"} ${total} ${at}\n`).join('') };
      }
      return `${seen.text}${['cart-1', 'cart-2'].map((pod) => `${LIMITS}{namespace="shop",pod="${pod}",container="app",resource="cpu"} 1\n`).join('')}`;
    };
  }

  beforeAll(async () => {
    const healthy = serving(() => ({ '200': 50, '500': 0 }));
    const texts = [healthy, serving(() => ({ '200': 50 })), serving(() => ({ '200': 50, '500': world.failing })), kubelet()];
    for (const text of texts) {
      exporters.push(await startTextExporter(text));
    }
    const target = (at: number, labels: Record<string, string>) => ({ targets: [exporters[at]?.address ?? ''], labels: { namespace: 'shop', ...labels } });
    const cart = [1, 2].map((n) => target(n - 1, { service: 'cart', instance: `cart-${n}`, pod: `cart-${n}`, container: 'app' }));
    const payments = target(2, { service: 'payments', instance: 'payments-1' });
    const nodes = { targets: [exporters[3]?.address ?? ''], labels: { instance: 'node-7' } };
    const every = { scrape_interval: '1s', scrape_timeout: '1s' };
    prometheus = await startPrometheus({ scrape: [{ job_name: 'shop', ...every, static_configs: [...cart, payments] }, { job_name: 'kubelet', ...every, static_configs: [nodes] }] });
  });

  afterAll(async () => {
    await prometheus?.stop();
    await Promise.all(exporters.map((one) => one.stop()));
  });

  it('arms dependency and container CPU, and fires on what happens after', async () => {
    const telemetry = telemetryOn(prometheus);
    const ids = ['errors-hard-shop/payments-dependency', 'cpu-hard-target'];
    const until = async (look: () => Promise<boolean>): Promise<void> => {
      while (!(await look())) {
        await new Promise((resolve) => setTimeout(resolve, 250));
      }
    };
    let before = await looked(telemetry);
    const results = (reading: TelemetryReading) => ids.map((id) => (before.list.armed.some(({ spec }) => spec.id === id) ? resultOf(before, id, reading, reading.now ?? 0) : null));
    await until(async () => {
      before = await looked(telemetry);
      return results(before.reading).every((result) => result?.verdict === 'pass');
    });
    const changedAt = Date.now();
    Object.assign(world, { failing: 200, cores: 1.5 });
    const fired = new Map<string, GuardResult>();
    await until(async () => {
      const read = await telemetry.read(60 * SECOND, signal);
      if (read.ok) {
        results(read.value).forEach((result, i) => result?.verdict === 'stop' && (result.value ?? 0) > 0 && fired.set(ids[i] ?? '', result));
      }
      return fired.size === ids.length;
    });
    for (const { evidence, value, limit } of fired.values()) {
      expect(value).toBeGreaterThan(limit ?? Infinity);
      // Passed by what was sampled after the change: a scrape bears the time at which it began, a moment before it was answered.
      expect(evidence.slots.filter((slot) => slot.violates && slot.value !== null).map(({ at }) => at - changedAt).filter((late) => late < -SECOND)).toEqual([]);
    }
  });
});
