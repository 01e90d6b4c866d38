import { filter, firstValueFrom, timeout } from 'rxjs';
import { DAY, HOUR, MINUTE } from '../../src/domain/base/Duration';
import { valueOf } from '../../src/domain/base/Figure';
import type { Fleet } from '../../src/engine/fleet/Fleet';
import type { FleetView } from '../../src/engine/fleet/FleetView';
import { TestLedger } from '../../src/engine/queries/testing/TestLedger';
import type { Metrics } from '../../src/ports/Metrics';
import { startPrometheus, type RunningPrometheus } from '../support/Prometheus';
import { testFleet } from './testFleet';

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

/** A browser with what it keeps; `url` leads nowhere while the plug is pulled. */
const url = () => (plugged ? prometheus.url : 'http://127.0.0.1:9');

/** An answer about now is shared for five seconds. */
const answersForgotten = () => new Promise((resolve) => setTimeout(resolve, 6000));

const first = (fleet: Fleet, holds: (view: FleetView) => boolean) => firstValueFrom(fleet.watch().pipe(filter(holds), timeout(60_000)));

beforeAll(async () => {
  prometheus = await startPrometheus({ openMetrics: [...samples()].join('') });
});
afterAll(() => prometheus?.stop());

describe('a data source that is down when the page opens', () => {
  it('is named, nothing is claimed to have been read, and the fleet fills when it is back', async () => {
    const { fleet } = testFleet({ url });
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

  it('does not keep from view what an earlier visit read: the fleet is drawn from the ledger, says so, and is read anew when it is back', async () => {
    const ledger = new TestLedger();
    plugged = true;
    // Longer ago than the minutes in which the newest cells need no second look.
    const before = testFleet({ url, ledger, aheadBy: -HOUR });
    const seen = await first(before.fleet, (v) => v.services.length > 0 && v.progress === null && v.readAt !== null);
    before.fleet.close();
    plugged = false;
    const later = testFleet({ url, ledger });
    const watching = later.fleet.watch().subscribe();
    try {
      const drawn = await first(later.fleet, (v) => v.services.length > 0 && v.progress === null && v.notices.some((n) => n.title === 'Prometheus gives no answer'));
      const [cart] = drawn.services;
      const [before] = seen.services;
      expect(cart?.service.key).toBe(seen.services[0]?.service.key);
      expect(cart?.ath.figure).toMatchObject({ known: true, value: before && valueOf(before.ath.figure), evidence: { stale: true } });
      expect(cart?.demandNow).toMatchObject({ known: false, reason: expect.stringContaining('could not be read') });
      expect(drawn.readAt).toBeNull();
      expect(drawn.notices.find((n) => n.title === 'Prometheus gives no answer')?.next).toContain('what this browser kept from an earlier visit');
      plugged = true;
      later.fleet.refresh();
      const back = await first(later.fleet, (v) => v.readAt !== null && v.notices.length === 0 && v.progress === null);
      expect(back.services[0]?.demandNow.known).toBe(true);
    } finally {
      watching.unsubscribe();
      later.fleet.close();
    }
  });

  it('draws the first rows of a warm visit before it knows what is there now', async () => {
    const ledger = new TestLedger();
    plugged = true;
    const before = testFleet({ url, ledger });
    await first(before.fleet, (v) => v.services.length > 0 && v.progress === null && v.readAt !== null);
    before.fleet.close();
    const undecided = (metrics: Metrics): Metrics => ({
      instant: (...asked) => metrics.instant(...asked),
      range: (...asked) => metrics.range(...asked),
      // Which metrics there are is never told.
      metricNames: () => new Promise(() => undefined),
    });
    const warm = testFleet({ url, ledger, through: undecided });
    const watching = warm.fleet.watch().subscribe();
    try {
      const drawn = await first(warm.fleet, (v) => v.services.length > 0 && v.services[0]?.demandNow.known === true);
      expect(drawn.services[0]?.ath.figure.known).toBe(true);
    } finally {
      watching.unsubscribe();
      warm.fleet.close();
    }
  });

  it('does not draw by what was found under other settings', async () => {
    const ledger = new TestLedger();
    plugged = true;
    const before = testFleet({ url, ledger });
    await first(before.fleet, (v) => v.services.length > 0 && v.progress === null && v.readAt !== null);
    before.fleet.close();
    plugged = false;
    const other = testFleet({ url, ledger, settings: { historyDays: 30 } });
    const watching = other.fleet.watch().subscribe();
    try {
      expect(await first(other.fleet, (v) => v.notices.length > 0)).toMatchObject({ services: [], state: expect.stringMatching(/empty|loading/) });
    } finally {
      watching.unsubscribe();
      other.fleet.close();
    }
  });
});
