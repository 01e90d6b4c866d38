import { filter, firstValueFrom, lastValueFrom, timeout, toArray } from 'rxjs';
import { MemoryLedger } from '../../src/adapters/storage/MemoryLedger';
import { PageLocks } from '../../src/adapters/browser/PageLocks';
import { SystemClock } from '../../src/adapters/browser/SystemClock';
import { directTransport } from '../../src/adapters/prometheus/directTransport';
import { PrometheusMetrics } from '../../src/adapters/prometheus/PrometheusMetrics';
import type { Transport } from '../../src/adapters/prometheus/Transport';
import { noticesOf } from '../../src/datasource/frames/noticesOf';
import { DAY, HOUR, MINUTE, SECOND } from '../../src/domain/base/Duration';
import { ok } from '../../src/domain/base/Result';
import { defaultSettings } from '../../src/domain/catalogue/defaultSettings';
import { Feed } from '../../src/engine/datasource/Feed';
import type { FeedAnswer, FeedRequest } from '../../src/engine/datasource/FeedAnswer';
import { RunLogLoadTests } from '../../src/engine/datasource/RunLogLoadTests';
import { EVERYTHING } from '../../src/engine/datasource/Selection';
import { Fleet } from '../../src/engine/fleet/Fleet';
import { BrowserQueryLayer } from '../../src/engine/queries/BrowserQueryLayer';
import { AbortError } from '../../src/ports/AbortError';
import type { AthStore } from '../../src/ports/AthStore';
import type { BenchmarkStore } from '../../src/ports/BenchmarkStore';
import { startPrometheus, type RunningPrometheus } from '../support/Prometheus';

const SERVICES = 200;
const STEP = MINUTE;
const SPAN = 6 * HOUR;
const NOW = Math.floor(Date.now() / STEP) * STEP;

function samples(): string {
  const lines = ['# TYPE http_requests counter\n'];
  for (let i = 0; i < SERVICES; i++) {
    for (let t = NOW - SPAN; t <= NOW; t += STEP) {
      lines.push(
        `http_requests_total{namespace="shop",service="s${i}",instance="i${i}",code="200"} ${((t - NOW + SPAN) / 1000) * (i + 1)} ${t / 1000}\n`
      );
    }
  }
  return lines.join('');
}

let prometheus: RunningPrometheus;
const open: Fleet[] = [];

beforeAll(async () => {
  prometheus = await startPrometheus({ openMetrics: samples() });
});

afterAll(async () => {
  open.forEach((fleet) => fleet.close());
  await prometheus?.stop();
});

/** A browser that was never here before, with every request it makes. @param through stands between it and the server */
function visitor(through: (direct: Transport) => Transport = (direct) => direct) {
  const clock = new SystemClock();
  const requests: Array<Readonly<Record<string, string>>> = [];
  const direct = through(directTransport(() => prometheus.url));
  const counting: Transport = (request, signal) => {
    requests.push({ query: request.path, ...request.params });
    return direct(request, signal);
  };
  const metrics = new PrometheusMetrics(
    counting,
    async () => undefined,
    () => performance.now()
  );
  const ledger = new MemoryLedger();
  const queries = new BrowserQueryLayer({
    metrics,
    ledger,
    locks: new PageLocks(),
    clock,
    dailySampleBudget: () => null,
  });
  const settings = {
    ...defaultSettings(),
    sources: [{ uid: 'prom', profiles: [], resources: 'auto' as const, scope: [] }],
    historyDays: 3,
  };
  const stored = { settings, revision: '', bytes: 1, migrated: null };
  const refuse = (): Promise<never> => Promise.reject(new Error('not part of this test'));
  const benchmarks: BenchmarkStore = {
    list: async () => ok({ unreadable: 0, benchmarks: [] }),
    declare: refuse,
    withdraw: refuse,
  };
  const aths: AthStore = {
    list: async () => ok({ aths: [], voids: [], unreadable: 0 }),
    publish: async (ath) => ok({ ...ath, id: 'x' }),
    void: refuse,
  };
  const ports = {
    clock,
    metrics,
    dataSources: { list: () => [{ uid: 'prom', name: 'Prometheus', isDefault: true, type: 'prometheus' }] },
    settings: { load: async () => ok(stored), save: refuse },
    benchmarks,
    aths,
    identity: {
      login: 'kim',
      orgId: 1,
      storeScope: 't',
      maySaveSettings: false,
      mayDeclareBenchmarks: false,
      mayExplore: true,
      mayRunTests: false,
      mayAdminTests: false,
    },
    ledger,
  };
  const fleet = new Fleet(ports, queries);
  open.push(fleet);
  const feed = new Feed(
    { ...ports, app: { check: async () => ok(null) }, loadTests: new RunLogLoadTests({ runs: { runs: async () => ok({ runs: [], unreadable: 0 }) }, benchmarks, clock }) },
    fleet,
    queries
  );
  return { fleet, feed, requests };
}

const request = (change: Partial<FeedRequest> = {}): FeedRequest => ({
  selection: EVERYTHING,
  range: { from: NOW - DAY, to: NOW },
  curves: [],
  until: 'figures',
  loadTests: false,
  ...change,
});

/** Twelve panels as a dashboard of a fleet has them: tables, numbers of now and lines, all asked in the same moment. */
const PANELS: readonly FeedRequest[] = [
  request(),
  request({ curves: ['instances'] }),
  request({ curves: ['instances'], selection: { ...EVERYTHING, tiers: ['P1'] } }),
  request({ curves: ['demand'] }),
  request({ curves: ['demand'], range: { from: NOW - 30 * DAY, to: NOW } }),
  request({ curves: ['daily-peak'] }),
  request({ curves: ['hourly-peak'] }),
  request({ curves: ['saturation'] }),
  request({ loadTests: true }),
  request({
    selection: { ...EVERYTHING, services: Array.from({ length: 50 }, (_, i) => `shop/s${i}`) },
    curves: ['demand', 'instances'],
  }),
  request({ until: 'names' }),
  request({ curves: ['demand', 'instances', 'daily-peak'] }),
];

/** Answers about now, and lets history stand still until the test is over. */
function historyStandsStill() {
  const over = new AbortController();
  const through =
    (direct: Transport): Transport =>
    (request, signal) =>
      request.path.endsWith('query_range')
        ? new Promise((_, reject) => {
            const stop = () => reject(new AbortError());
            over.signal.addEventListener('abort', stop);
            signal.addEventListener('abort', stop);
          })
        : direct(request, signal);
  return { through, end: () => over.abort() };
}

describe('a first fill that takes longer than anybody waits', () => {
  it('is answered with what is known, and says how much that is', async () => {
    const { through, end } = historyStandsStill();
    const { feed } = visitor(through);
    const began = performance.now();
    const [table, curves] = (await Promise.all(
      [request(), request({ curves: ['demand', 'instances'] })].map((panel) => lastValueFrom(feed.watch(panel)))
    )) as FeedAnswer[];
    const seconds = (performance.now() - began) / SECOND;
    end();
    console.log(`two panels while history stood still: answered after ${seconds.toFixed(1)} s, ${Math.floor((table?.share ?? NaN) * 100)} % of history known`);
    for (const answer of [table, curves]) {
      expect(answer).toMatchObject({ done: true });
      expect(answer?.rows).toHaveLength(SERVICES);
      expect(answer?.share).toBeLessThan(1);
      expect(answer && noticesOf(answer)[0]?.text).toMatch(/^Partial: \d+ % of 3 days of history is read\. The next refresh shows more\./);
    }
    // What is happening now is there all the same.
    expect(table?.rows.every(({ facts }) => facts.demandNow.known)).toBe(true);
  });
});

describe('a dashboard of twelve panels on 200 services', () => {
  it('asks Prometheus for no more than one fleet page', async () => {
    const page = visitor();
    await firstValueFrom(
      page.fleet.watch().pipe(
        filter((v) => v.state === 'ready' && v.progress === null && v.readAt !== null),
        timeout(40_000)
      )
    );

    const dashboard = visitor();
    const answers = await Promise.all(PANELS.map((panel) => lastValueFrom(dashboard.feed.watch(panel))));
    const distinct = (requests: ReadonlyArray<Readonly<Record<string, string>>>) =>
      [...new Set(requests.map((r) => r['query']))].sort();
    console.log(
      `fleet page: ${page.requests.length} requests of ${distinct(page.requests).length} expressions; twelve panels: ${dashboard.requests.length} requests of ${distinct(dashboard.requests).length} expressions`
    );
    expect(distinct(dashboard.requests)).toEqual(distinct(page.requests));
    expect(dashboard.requests.length).toBeLessThanOrEqual(page.requests.length);
    for (const answer of answers) {
      expect(answer).toMatchObject({ done: true });
    }
    const [table] = answers as FeedAnswer[];
    expect(table?.rows).toHaveLength(SERVICES);
  });

  it('asks for nothing at all when it is refreshed at once', async () => {
    const { feed, requests } = visitor();
    await lastValueFrom(feed.watch(request()));
    const before = requests.length;
    await Promise.all(PANELS.map((panel) => lastValueFrom(feed.watch(panel))));
    expect(requests.length - before).toBe(0);
  });

  it('reads one service in detail once, however many panels draw it', async () => {
    const { feed, requests } = visitor();
    await lastValueFrom(feed.watch(request()));
    const before = requests.length;
    const one = request({
      selection: { ...EVERYTHING, services: ['shop/s7'] },
      curves: ['demand', 'instances'],
      range: { from: NOW - 3 * HOUR, to: NOW },
    });
    const [first] = await Promise.all([one, one, one].map((panel) => lastValueFrom(feed.watch(panel).pipe(toArray()))));
    const asked = requests.slice(before);
    // Two questions, in chunks, none of them twice.
    expect(new Set(asked.map((r) => r.query)).size).toBe(2);
    expect(new Set(asked.map((r) => JSON.stringify(r))).size).toBe(asked.length);
    const answer = first?.at(-1) as FeedAnswer;
    const curves = [...answer.curves.values()];
    expect(curves).toHaveLength(1);
    expect(curves[0]?.demand?.step).toBe(MINUTE);
    expect(Math.max(...(curves[0]?.demand?.values ?? []).filter(Number.isFinite))).toBeCloseTo(8, 1);
    expect(Math.max(...(curves[0]?.instances?.values ?? []).filter(Number.isFinite))).toBe(1);
  });

  it('agrees with the fleet page', async () => {
    const { feed, fleet } = visitor();
    const { rows } = (await lastValueFrom(feed.watch(request()))) as FeedAnswer;
    const view = await firstValueFrom(fleet.watch().pipe(timeout(5 * SECOND)));
    const demandOf = (services: ReadonlyArray<(typeof rows)[number]['facts']>) =>
      new Map(services.map((f) => [f.service.key, f.demandNow]));
    expect(demandOf(rows.map((r) => r.facts))).toEqual(demandOf(view.services));
  });
});
