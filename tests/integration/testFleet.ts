import { PageLocks } from '../../src/adapters/browser/PageLocks';
import { SystemClock } from '../../src/adapters/browser/SystemClock';
import { directTransport } from '../../src/adapters/prometheus/directTransport';
import { PrometheusMetrics } from '../../src/adapters/prometheus/PrometheusMetrics';
import { ok } from '../../src/domain/base/Result';
import { defaultSettings } from '../../src/domain/catalogue/defaultSettings';
import type { Settings } from '../../src/domain/catalogue/Settings';
import { Fleet } from '../../src/engine/fleet/Fleet';
import { BrowserQueryLayer } from '../../src/engine/queries/BrowserQueryLayer';
import { TestLedger } from '../../src/engine/queries/testing/TestLedger';
import type { Clock } from '../../src/ports/Clock';
import type { Ledger } from '../../src/ports/Ledger';
import type { Metrics } from '../../src/ports/Metrics';

export interface TestFleet {
  readonly fleet: Fleet;
  /** Every expression that was sent, and how often. */
  readonly expressions: ReadonlyMap<string, number>;
}

export interface TestFleetOptions {
  readonly url: () => string;
  /** What the browser keeps; hand it to the next visit. */
  readonly ledger?: Ledger;
  readonly settings?: Partial<Settings>;
  /** How far this browser's clock is ahead. */
  readonly aheadBy?: number;
  /** Stands between the engine and the server. */
  readonly through?: (metrics: Metrics) => Metrics;
}

/** The engine of one visit on a real server, without Grafana: nothing published, nobody may write. */
export function testFleet({ url, ledger = new TestLedger(), settings = {}, aheadBy = 0, through = (m) => m }: TestFleetOptions): TestFleet {
  const system = new SystemClock();
  const clock: Clock = { now: () => system.now() + aheadBy, sleep: (ms, signal) => system.sleep(ms, signal) };
  const expressions = new Map<string, number>();
  const metrics = through(counting(new PrometheusMetrics(directTransport(url), async () => undefined, () => performance.now()), expressions));
  const saved = { ...defaultSettings(), sources: [{ uid: 'prom', profiles: [], resources: 'auto' as const, scope: [] }], ...settings };
  const stored = { settings: saved, revision: '', bytes: 1, migrated: null };
  const fleet = new Fleet(
    {
      clock,
      metrics,
      dataSources: { list: () => [{ uid: 'prom', name: 'Prometheus', isDefault: true, type: 'prometheus' }] },
      settings: { load: async () => ok(stored), save: async () => ok(stored) },
      benchmarks: {
        list: async () => ok({ benchmarks: [], unreadable: 0 }),
        declare: async (service, benchmark) => ok({ id: '1', service, benchmark }),
        withdraw: async () => ok(null),
      },
      aths: { list: async () => ok({ aths: [], voids: [], unreadable: 0 }), publish: async (a) => ok({ ...a, id: '1' }), void: async (v) => ok({ ...v, id: '1' }) },
      identity: { login: 'v', orgId: 1, storeScope: 't', maySaveSettings: false, mayDeclareBenchmarks: false, mayExplore: false, mayRunTests: true, mayAdminTests: false },
      ledger,
    },
    new BrowserQueryLayer({ metrics, ledger, locks: new PageLocks(), clock, dailySampleBudget: () => null })
  );
  return { fleet, expressions };
}

function counting(inner: Metrics, expressions: Map<string, number>): Metrics {
  const count = (expr: string) => expressions.set(expr, (expressions.get(expr) ?? 0) + 1);
  return {
    instant: (source, expr, at, signal) => {
      count(expr);
      return inner.instant(source, expr, at, signal);
    },
    range: (source, expr, window, step, signal) => {
      count(expr);
      return inner.range(source, expr, window, step, signal);
    },
    metricNames: (source, pattern, window, signal) => inner.metricNames(source, pattern, window, signal),
  };
}
