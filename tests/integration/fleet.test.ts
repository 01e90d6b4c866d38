import { filter, firstValueFrom, timeout } from 'rxjs';
import { PageLocks } from '../../src/adapters/browser/PageLocks';
import { SystemClock } from '../../src/adapters/browser/SystemClock';
import { directTransport } from '../../src/adapters/prometheus/directTransport';
import { PrometheusMetrics } from '../../src/adapters/prometheus/PrometheusMetrics';
import { DAY, HOUR, MINUTE } from '../../src/domain/base/Duration';
import { valueOf } from '../../src/domain/base/Figure';
import { ok } from '../../src/domain/base/Result';
import { judgeService } from '../../src/domain/capacity/judgeService';
import type { ServiceFacts } from '../../src/domain/capacity/ServiceFacts';
import { defaultSettings } from '../../src/domain/catalogue/defaultSettings';
import { serviceRef } from '../../src/domain/catalogue/ServiceRef';
import { Fleet } from '../../src/engine/fleet/Fleet';
import type { FleetView } from '../../src/engine/fleet/FleetView';
import { BrowserQueryLayer } from '../../src/engine/queries/BrowserQueryLayer';
import { TestLedger } from '../../src/engine/queries/testing/TestLedger';
import type { AthVoid, PublishedAth } from '../../src/ports/AthStore';
import { startPrometheus, type RunningPrometheus } from '../support/Prometheus';

const STEP = MINUTE;
const DAYS = 5;
const NOW = Math.floor(Date.now() / STEP) * STEP;
const GROUP = ['namespace', 'service'];
const AWKWARD = 'ca"rt\\ {x="1"} \u{1F6D2}';

/** Requests a second of one instance: 10, and 20 in the hour that began four hours ago two days back. */
const PEAK_FROM = Math.floor((NOW - 2 * DAY) / HOUR) * HOUR - 4 * HOUR;
const rateAt = (t: number) => (t > PEAK_FROM && t <= PEAK_FROM + HOUR ? 20 : 10);

/** OpenMetrics text of counters that grow by `rate` each second, sampled every minute. */
function counter(name: string, labels: Record<string, string>, rate: (t: number) => number, until = NOW): string {
  const escape = (v: string) => v.replace(/\\/g, '\\\\').replace(/"/g, '\\"').replace(/\n/g, '\\n');
  const text = Object.entries(labels).map(([k, v]) => `${k}="${escape(v)}"`).join(',');
  let total = 0;
  const lines: string[] = [];
  for (let t = NOW - DAYS * DAY; t <= until; t += STEP) {
    total += (rate(t) * STEP) / 1000;
    lines.push(`${name}_total{${text}} ${total.toFixed(4)} ${t / 1000}`);
  }
  return lines.join('\n') + '\n';
}

function samples(): string {
  const cart = [0, 1, 2, 3].map((i) => ({ namespace: 'shop', service: 'cart', instance: `cart-${i}`, zone: i < 2 ? 'a' : 'b', version: 'v1' }));
  const other = { namespace: 'other', service: 'cart', instance: 'o-0', zone: 'a', version: 'v1' };
  const awkward = { namespace: 'shop', service: AWKWARD, instance: 'x-0', zone: 'a', version: 'v1' };
  const gone = { namespace: 'shop', service: 'gone', instance: 'g-0', zone: 'a', version: 'v1' };
  return [
    '# TYPE http_requests counter\n',
    ...[...cart, other, awkward].map((labels) => counter('http_requests', { ...labels, code: '200', route: '/' }, rateAt)),
    counter('http_requests', { ...gone, code: '200', route: '/' }, () => 3, NOW - DAY),
    '# TYPE process_cpu_seconds counter\n',
    ...cart.map((labels) => counter('process_cpu_seconds', labels, (t) => 0.05 + 0.02 * rateAt(t))),
  ].join('');
}

let prometheus: RunningPrometheus;
let fleet: Fleet;
let services: readonly ServiceFacts[];
let view: FleetView;
const published: Array<Omit<PublishedAth, 'id'>> = [];
const voids: AthVoid[] = [];

const benchmark = (low: number) => ({
  origin: 'declared' as const,
  low,
  high: null,
  at: NOW - DAY,
  by: 'ed',
  version: 'v1',
  spec: null,
  note: null,
  evidence: { origins: [] },
});

beforeAll(async () => {
  prometheus = await startPrometheus({ openMetrics: samples() });
  const clock = new SystemClock();
  const metrics = new PrometheusMetrics(directTransport(() => prometheus.url), async () => undefined, () => performance.now());
  const queries = new BrowserQueryLayer({ metrics, ledger: new TestLedger(), locks: new PageLocks(), clock, dailySampleBudget: () => null });
  const settings = {
    ...defaultSettings(),
    sources: [{ uid: 'prom', profiles: [], resources: 'auto' as const, scope: [] }],
    rules: [{ id: 'p0', match: { service: 'cart' }, traits: { tier: 'P0' as const, coresPerInstance: 1 } }],
    historyDays: 10,
  };
  const key = (service: string, namespace = 'shop') => serviceRef('prom', 'prometheus-http', GROUP, { namespace, service }).key;
  const stored = { settings, revision: '', bytes: 1, migrated: null };
  fleet = new Fleet(
    {
      clock,
      metrics,
      dataSources: { list: () => [{ uid: 'prom', name: 'Prometheus', isDefault: true, type: 'prometheus' }] },
      settings: { load: async () => ok(stored), save: async () => ok(stored) },
      benchmarks: {
        list: async () => ok({ unreadable: 0, benchmarks: [{ id: '1', service: key('cart'), benchmark: benchmark(40) }] }),
        declare: async (service, b) => ok({ id: '2', service, benchmark: b }),
        withdraw: async () => ok(null),
      },
      aths: {
        list: async () => ok({ aths: [], voids, unreadable: 0 }),
        publish: async (ath) => {
          published.push(ath);
          return ok({ ...ath, id: String(published.length) });
        },
        void: async (v) => ok({ ...v, id: 'v' }),
      },
      identity: { login: 'ed', orgId: 1, storeScope: 't', maySaveSettings: true, mayDeclareBenchmarks: true, mayExplore: true, mayRunTests: true, mayAdminTests: false },
      ledger: new TestLedger(),
    },
    queries
  );
  view = await firstValueFrom(
    fleet.watch().pipe(
      filter((v) => v.state === 'ready' && v.progress === null && v.readAt !== null),
      timeout(40_000)
    )
  );
  services = view.services;
});

afterAll(async () => {
  fleet?.close();
  await prometheus?.stop();
});

const find = (name: string, namespace = 'shop') => {
  const facts = services.find((s) => s.service.name === name && s.service.scope === namespace);
  if (!facts) {
    throw new Error(`${namespace}/${name} was not found among ${services.map((s) => s.service.key).join(', ')}`);
  }
  return facts;
};

async function waitUntil(holds: () => boolean): Promise<void> {
  for (let i = 0; i < 200 && !holds(); i++) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

describe('a fleet read from a real Prometheus', () => {
  it('finds every service, whatever its name, and tells namespaces apart', () => {
    expect(services.map((s) => `${s.service.scope}/${s.service.name}`).sort()).toEqual(['other/cart', 'shop/cart', `shop/${AWKWARD}`, 'shop/gone'].sort());
    expect(view.notices).toEqual([]);
  });

  it('measures demand, all-time high, instances and zones', () => {
    const cart = find('cart');
    expect(valueOf(cart.demandNow)).toBeCloseTo(40, 1);
    expect(valueOf(cart.ath.figure)).toBeCloseTo(80, 1);
    expect(cart.ath.at).toBe(Math.floor((PEAK_FROM + 10 * MINUTE) / DAY) * DAY);
    expect(cart.ath.censored).toBe(false);
    expect(valueOf(cart.instances)).toBe(4);
    expect([...cart.zones]).toEqual([['a', 2], ['b', 2]]);
    expect(cart.tier).toBe('P0');
  });

  it('judges by the arithmetic of the policy, checked by hand', () => {
    // P0: L = 80, burst and skew 1, k = 1.5: D = 120. B = 40, reserve 30 %, degraded 15 %, two zones.
    // base(120, 0.30) = ceil(120 / 28) = 5; base(120, 0.15) = ceil(120 / 34) = 4; n - ceil(n / 2) >= 4 first at n = 8.
    // capacity(4) = min(4 x 28, 2 x 34) = 68; headroom = 68 / 80 - 1 = -15 %; event margin = 68 / 120 - 1.
    const judgement = judgeService(find('cart'), { growth: 0, now: NOW });
    expect(valueOf(judgement.required)).toBe(8);
    expect(valueOf(judgement.spare)).toBe(-4);
    expect(valueOf(judgement.capacity)).toBeCloseTo(68, 6);
    expect(valueOf(judgement.headroom)).toBeCloseTo(-0.15, 2);
    expect(valueOf(judgement.eventMargin)).toBeCloseTo(68 / 120 - 1, 2);
    expect(judgement.status).toMatchObject({ kind: 'short', severity: 'critical' });
  });

  it('knows that the minute cannot be seen at this scrape interval', () => {
    expect(find('cart').burst).toMatchObject({ known: false, reason: expect.stringContaining('scrape') });
  });

  it('says since when a silent service has been silent', () => {
    const gone = find('gone');
    expect(gone.demandNow.known).toBe(false);
    expect(Math.abs((gone.lastSeen ?? 0) - (NOW - DAY))).toBeLessThanOrEqual(HOUR);
    expect(judgeService(gone, { growth: 0, now: NOW }).status.kind).toBe('stale');
  });

  it('publishes the all-time highs of finished days', async () => {
    // It happens behind the first whole picture.
    await waitUntil(() => published.some((p) => p.service === find('cart').service.key));
    const cart = published.find((p) => p.service === find('cart').service.key);
    expect(cart).toMatchObject({ window: 5 * MINUTE, step: DAY, by: 'ed', censored: false });
    expect(cart?.value).toBeCloseTo(80, 1);
  });
});
