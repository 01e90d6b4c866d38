import { askPrometheus } from '../support/askPrometheus';
import { figureNumber } from './fixtures/figureNumber';
import { expect, test } from './fixtures/test';
import { FleetPage } from './pages/FleetPage';
import { stackAddress } from './stack/StackAddress';

const SECOND = 1000;

/** What the page says against PromQL written by hand. */
test.describe('numbers of the fleet page agree with the data source', { tag: '@stand-in' }, () => {
  for (const [service, selector] of [
    ['catalogue', 'http_requests_total{namespace="shop",service="catalogue"}'],
    ['images', 'http_requests_total{namespace="media",service="images"}'],
    ['orders', 'http_server_request_duration_seconds_count{service_namespace="fulfilment",service_name="orders"}'],
  ] as const) {
    test(`all-time high and demand of ${service}`, async ({ page, grafana }) => {
      const fleet = new FleetPage(page, grafana);
      await fleet.open(`?q=${service}`);
      const row = fleet.row(service);
      const shown = async (label: string) =>
        figureNumber(await row.getByRole('button', { name: new RegExp(`^${label}:`) }).innerText());
      const url = stackAddress()?.prometheusUrl ?? '';
      const one = async (expr: string) => (await askPrometheus(url, expr, Date.now() - 5 * SECOND))[0]?.value ?? NaN;
      // Three figures are shown; demand moves while we look, so it is held to a tenth.
      const high = await one(`max_over_time(sum(rate(${selector}[5m]))[90d:5m])`);
      expect(Math.abs((await shown('All-time high')) / high - 1)).toBeLessThan(0.01);
      const now = await one(`sum(rate(${selector}[5m]))`);
      expect(Math.abs((await shown('Demand now')) / now - 1)).toBeLessThan(0.1);
    });
  }
});
