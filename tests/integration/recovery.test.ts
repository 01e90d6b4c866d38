import { filter, firstValueFrom, timeout } from 'rxjs';
import { PageLocks } from '../../src/adapters/browser/PageLocks';
import { SystemClock } from '../../src/adapters/browser/SystemClock';
import { directTransport } from '../../src/adapters/prometheus/directTransport';
import { PrometheusMetrics } from '../../src/adapters/prometheus/PrometheusMetrics';
import { MemoryLedger } from '../../src/adapters/storage/MemoryLedger';
import { DAY, MINUTE } from '../../src/domain/base/Duration';
import { ok } from '../../src/domain/base/Result';
import { Fleet } from '../../src/engine/fleet/Fleet';
import type { FleetView } from '../../src/engine/fleet/FleetView';
import { BrowserQueryLayer } from '../../src/engine/queries/BrowserQueryLayer';
import { startPrometheus, type RunningPrometheus } from '../support/Prometheus';

const NOW = Math.floor(Date.now() / MINUTE) * MINUTE;

function* samples(): Generator<string> {
  yield '# TYPE http_requests counter\n';
  for (let t = NOW - 2 * DAY, total = 0; t <= NOW; t += MINUTE) {
    total += 600;
    yield `http_requests_total{namespace="shop",service="cart",instance="c-0",code="200"} ${total} ${t / 1000}\n`;
  }
}

let prometheus: RunningPrometheus;
let plugged = false;

function fleetOn(): Fleet {
  const clock = new SystemClock();
  const transport = directTransport(() => (plugged ? prometheus.url : 'http://127.0.0.1:9'));
  const metrics = new PrometheusMetrics(transport, async () => undefined, () => performance.now());
  const none = { settings: null, revision: '', bytes: 0, migrated: null };
  return new Fleet(
    {
      clock,
      metrics,
      dataSources: { list: () => [{ uid: 'prom', name: 'Prometheus', isDefault: true, type: 'prometheus' }] },
      settings: { load: async () => ok(none), save: async () => ok(none) },
      benchmarks: {
        list: async () => ok({ benchmarks: [], unreadable: 0 }),
        declare: async (service, benchmark) => ok({ id: '1', service, benchmark }),
        withdraw: async () => ok(null),
      },
      aths: { list: async () => ok({ aths: [], voids: [], unreadable: 0 }), publish: async (a) => ok({ ...a, id: '1' }), void: async (v) => ok({ ...v, id: '1' }) },
      identity: { login: 'v', orgId: 1, storeScope: 't', maySaveSettings: false, mayDeclareBenchmarks: false, mayExplore: false },
      ledger: { durable: true },
    },
    new BrowserQueryLayer({ metrics, ledger: new MemoryLedger(), locks: new PageLocks(), clock, dailySampleBudget: () => null })
  );
}

/** An answer about now is shared for five seconds. */
const answersForgotten = () => new Promise((resolve) => setTimeout(resolve, 6000));

const first = (fleet: Fleet, holds: (view: FleetView) => boolean) => firstValueFrom(fleet.watch().pipe(filter(holds), timeout(60_000)));

beforeAll(async () => {
  prometheus = await startPrometheus({ openMetrics: [...samples()].join('') });
});
afterAll(() => prometheus?.stop());

describe('a data source that is down when the page opens', () => {
  it('is named, nothing is claimed to have been read, and the fleet fills when it is back', async () => {
    const fleet = fleetOn();
    const watching = fleet.watch().subscribe();
    try {
      const down = await first(fleet, (v) => v.notices.length > 0);
      expect(down).toMatchObject({ services: [], notices: [{ severity: 'error', title: 'Prometheus gives no answer' }] });
      plugged = true;
      fleet.refresh();
      const back = await first(fleet, (v) => v.services.length > 0);
      expect(back.services.map((s) => s.service.name)).toEqual(['cart']);
      expect((await first(fleet, (v) => v.notices.length === 0 && v.progress === null)).readAt).not.toBeNull();
      plugged = false;
      await answersForgotten();
      fleet.refresh();
      const unplugged = await first(fleet, (v) => v.notices.length > 0);
      // What was read stands, and says that it is old.
      expect(unplugged.services[0]?.demandNow).toMatchObject({ known: true, evidence: { stale: true } });
      plugged = true;
      fleet.refresh();
      const healed = await first(fleet, (v) => v.notices.length === 0);
      expect(healed.services[0]?.demandNow.evidence.stale).toBeUndefined();
    } finally {
      watching.unsubscribe();
      fleet.close();
    }
  });
});
