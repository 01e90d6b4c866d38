import { OpenMetrics } from '../support/OpenMetrics';
import { startPrometheus, type RunningPrometheus } from '../support/Prometheus';
import { SOURCE_UID } from './fixtures/ProvisioningFolder';
import { expect, test } from './fixtures/test';
import { FleetPage } from './pages/FleetPage';

const COUNT = 1000;
const MINUTE = 60_000;
const DAYS = 2;

/** A thousand services with one instance each; the n-th gets n requests a second. */
async function* thousand(): AsyncGenerator<string> {
  const until = Math.floor(Date.now() / MINUTE) * MINUTE;
  for (let n = 1; n <= COUNT; n++) {
    const service = `service-${String(n).padStart(4, '0')}`;
    yield new OpenMetrics(until - DAYS * 1440 * MINUTE, until, 2 * MINUTE)
      .counter('http_requests_total', { namespace: `team-${n % 7}`, service, instance: `${service}-0`, code: '200' }, n)
      .text();
  }
}

test.describe('a thousand services', { tag: '@stand-in' }, () => {
  let prometheus: RunningPrometheus | undefined;
  test.beforeAll(async () => {
    prometheus = await startPrometheus({ openMetrics: thousand() });
  });
  test.afterAll(async () => prometheus?.stop());

  test('are all there, page by page, searched and sorted', async ({ page, startHost }) => {
    const jsonData = { schema: 1, sources: [{ uid: SOURCE_UID }], historyDays: 3 };
    const host = await startHost({ jsonData, ...(prometheus && { prometheusUrl: prometheus.url }) });
    const fleet = new FleetPage(page, host);
    await fleet.open('?sort=-demand&size=100');
    await expect(fleet.paging).toContainText(`1–100 of ${COUNT}`);
    const names = Array.from({ length: COUNT }, (_, i) => `service-${String(COUNT - i).padStart(4, '0')}`);
    for (let turn = 1; turn <= 10; turn++) {
      await expect(fleet.paging).toContainText(`Page ${turn} of 10`);
      await expect.poll(() => fleet.names()).toEqual(names.slice((turn - 1) * 100, turn * 100));
      const next = fleet.paging.getByRole('button', { name: 'Next page' });
      await (turn < 10 ? next.click() : expect(next).toBeDisabled());
    }

    await fleet.search.fill('service-09');
    await expect(fleet.paging).toContainText(`of 100 matching, ${COUNT} in all`);
    await fleet.search.fill('service-0042');
    await expect.poll(() => fleet.names()).toEqual(['service-0042']);
    await expect(fleet.row('service-0042').getByRole('button', { name: /^All-time high: 42(\.\d+)? req\/s/ })).toBeVisible();
    await expect(page).toHaveURL(/q=service-0042/);
    await page.reload();
    await fleet.complete();
    await expect.poll(() => fleet.names()).toEqual(['service-0042']);
  });
});
