import { readFileSync } from 'node:fs';
import { OpenMetrics } from '../support/OpenMetrics';
import { startPrometheus, type RunningPrometheus } from '../support/Prometheus';
import { readCsv } from './fixtures/readCsv';
import { SOURCE_UID } from './fixtures/ProvisioningFolder';
import { browserErrors } from './fixtures/browserErrors';
import { expect, test } from './fixtures/test';
import { ConfigurationPage } from './pages/ConfigurationPage';
import { FleetPage } from './pages/FleetPage';
import { ServicePage } from './pages/ServicePage';

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;
const SETTINGS = { schema: 1, sources: [{ uid: SOURCE_UID }], historyDays: 3 };
const NAMES = [
  'say "hi"',
  'back\\slash\\',
  '{brace="x"}',
  'two\nlines',
  'ünïcødé 🛒',
  '=HYPERLINK("x")',
  'a/b?c=d&e#f%20',
  'x'.repeat(200),
  ...['north', 'south'].map((region) => `same-${region}`),
];

const until = Math.floor(Date.now() / MINUTE) * MINUTE;
const metrics = () => new OpenMetrics(until - 2 * DAY, until, 2 * MINUTE);

function awkwardNames(): string {
  const all = metrics();
  NAMES.forEach((service, i) =>
    all.counter('http_requests_total', { namespace: 'odd', service, instance: `i-${i}`, code: '200' }, 10 + i)
  );
  // Two that differ in their namespace only, one that was never a number, one that starts again.
  all.counter('http_requests_total', { namespace: 'left', service: 'twin', instance: 't-1', code: '200' }, 5);
  all.counter('http_requests_total', { namespace: 'right', service: 'twin', instance: 't-2', code: '200' }, 50);
  all.gauge('http_requests_total', { namespace: 'odd', service: 'not-a-number', instance: 'n-1', code: '200' }, NaN);
  all.gauge('http_requests_total', { namespace: 'odd', service: 'infinite', instance: 'n-2', code: '200' }, Infinity);
  all.counter('http_requests_total', { namespace: 'odd', service: 'restarts', instance: 'r-1', code: '200' }, (at) =>
    at % (6 * 60 * MINUTE) === 0 ? null : 20
  );
  return all.text();
}

test.describe('awkward data', { tag: '@stand-in' }, () => {
  let prometheus: RunningPrometheus | undefined;
  test.afterEach(async () => prometheus?.stop());

  test('names of services are data: any characters, any length', async ({ page, startHost }) => {
    prometheus = await startPrometheus({ openMetrics: awkwardNames() });
    const host = await startHost({ jsonData: SETTINGS, prometheusUrl: prometheus.url });
    const errors = browserErrors(page);
    const fleet = new FleetPage(page, host);
    await fleet.open('?q=odd&sort=service');
    await expect(fleet.notices.getByText(/query failed|does not accept/)).toHaveCount(0);
    const listed = await fleet.names();
    expect(NAMES.filter((name) => !listed.includes(name))).toEqual([]);

    const waiting = page.waitForEvent('download');
    await page.getByRole('button', { name: /^Download \d+ rows as CSV$/ }).click();
    const text = readFileSync(await (await waiting).path(), 'utf8');
    const services = readCsv(text).map((row) => row['service'] ?? '');
    // A spreadsheet must not take a name for a formula: whatever marks it as text may stand before it.
    expect(services.some((name) => name.startsWith('='))).toBe(false);
    expect(services.map((name) => name.replace(/^'=/, '=')).sort()).toEqual([...listed].sort());

    for (const name of NAMES) {
      await fleet.row(name).getByRole('link').click();
      const service = new ServicePage(page, host);
      await expect(service.title).toHaveText(`odd/${name.replace('\n', ' ')}`);
      await service.complete();
      await expect(service.section('Demand against capacity'), name).toContainText(/Demand peaked at \d/);
      await page.goBack();
      await expect(fleet.table).toBeVisible();
    }
    expect(errors).toEqual([]);
  });

  test('numbers that are none, restarts and twins', async ({ page, startHost }) => {
    prometheus = await startPrometheus({ openMetrics: awkwardNames() });
    const host = await startHost({ jsonData: SETTINGS, prometheusUrl: prometheus.url });
    const fleet = new FleetPage(page, host);
    await fleet.open();
    await expect(fleet.row('twin', 'left').getByRole('button', { name: /^All-time high: 5(\.\d+)? req\/s/ })).toBeVisible();
    await expect(fleet.row('twin', 'right').getByRole('button', { name: /^All-time high: 50(\.\d+)? req\/s/ })).toBeVisible();
    // A restart is no burst: 20 requests a second stay 20.
    await expect(fleet.row('restarts').getByRole('button', { name: /^All-time high: (19|20)(\.\d+)? req\/s/ })).toBeVisible();
    for (const cell of await fleet.column('All-time high')) {
      expect(cell).not.toMatch(/NaN|Infinity|∞/);
    }
    await expect(fleet.table).not.toContainText(/NaN|Infinity|undefined/);
  });

  test('a metric without a label that tells services apart', async ({ page, startHost }) => {
    const bare = metrics().counter('http_requests_total', { instance: 'a:80', code: '200' }, 10);
    prometheus = await startPrometheus({ openMetrics: bare.text() });
    const host = await startHost({ jsonData: SETTINGS, prometheusUrl: prometheus.url });
    const fleet = new FleetPage(page, host);
    await fleet.goto();
    await expect(page.getByText('No services found')).toBeVisible();
    await expect(fleet.notices).toContainText('holds no request metrics that Headroom can read');
    await expect(fleet.notices).toContainText('Next:');
    const configuration = new ConfigurationPage(page, host);
    await configuration.open();
    await expect(page.getByRole('tabpanel')).toContainText('services cannot be told apart');
  });

  test('a data source with nothing in it', async ({ page, startHost }) => {
    prometheus = await startPrometheus({ openMetrics: metrics().gauge('up', { job: 'node' }, 1).text() });
    const host = await startHost({ jsonData: SETTINGS, prometheusUrl: prometheus.url });
    const fleet = new FleetPage(page, host);
    await fleet.goto();
    await expect(page.getByText('No services found')).toBeVisible();
    await expect(fleet.notices).toContainText('None of the known families of request metrics');
    await page.getByRole('link', { name: 'Open configuration' }).click();
    await expect(page).toHaveURL(/\/configuration/);
  });
});
