import type { Asked, Fault } from '../support/FaultyPrometheus';
import { SOURCE_UID } from './fixtures/ProvisioningFolder';
import { expect, test } from './fixtures/test';
import { ConfigurationPage } from './pages/ConfigurationPage';
import { FleetPage } from './pages/FleetPage';
import { ServicePage } from './pages/ServicePage';

// Long enough for several chunks, short enough that a browser that was never here has soon read it.
const SETTINGS = { schema: 1, sources: [{ uid: SOURCE_UID }], historyDays: 30 };

const FAULTS: ReadonlyArray<{ readonly fault: Fault; readonly says: RegExp }> = [
  { fault: 'down', says: /does not answer|An error occurred within the plugin/ },
  { fault: 'too-many-samples', says: /refuses to load that many samples/ },
  { fault: 'parse-error', says: /does not accept the query: .*parse error/ },
  { fault: 'unavailable', says: /does not answer \(Service Unavailable\)/ },
  { fault: 'html', says: /A web page came instead of data/ },
  { fault: 'truncated', says: /not understood|cannot be read|broke off|incomplete/i },
];

const isRange = ({ path }: Asked): boolean => path.endsWith('/query_range');

test.describe('a data source that misbehaves', { tag: '@stand-in' }, () => {
  for (const { fault, says } of FAULTS) {
    test(`from the start (${fault}): says so, and the page comes back when it does`, async ({ page, startHost, faulty }) => {
      const host = await startHost({ jsonData: SETTINGS, prometheusUrl: faulty.url });
      faulty.misbehave(fault);
      const fleet = new FleetPage(page, host);
      await fleet.goto();
      await expect(fleet.notices).toContainText('Prometheus gives no answer');
      await expect(fleet.notices).toContainText(says);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      faulty.heal();
      await fleet.refresh();
      await fleet.complete();
      await expect(fleet.notices).toBeHidden();
    });

    test(`after the first picture (${fault}): keeps the picture and says what is old`, async ({ page, startHost, faulty }) => {
      const host = await startHost({ jsonData: SETTINGS, prometheusUrl: faulty.url });
      const fleet = new FleetPage(page, host);
      await fleet.open();
      const names = await fleet.names();
      faulty.misbehave(fault);
      await fleet.refreshUntil(() => faulty.spoiled > 0);
      await expect(fleet.notices).toContainText('Prometheus: a query failed');
      await expect(fleet.notices).toContainText(says);
      expect(await fleet.names()).toEqual(names);
      await expect(fleet.row('checkout').getByRole('button', { name: /^All-time high: \d/ })).toBeVisible();
      const before = faulty.passed;
      faulty.heal();
      await fleet.refreshUntil(() => faulty.passed > before);
      await expect(fleet.notices).toBeHidden({ timeout: 60_000 });
      await expect(fleet.row('checkout').getByRole('button', { name: /^Demand now: [\d.]+ req\/s$/ })).toBeVisible();
    });
  }

  test('unplugged while history is read, and plugged in again: goes on and finishes', async ({ page, startHost, faulty }) => {
    const host = await startHost({ jsonData: SETTINGS, prometheusUrl: faulty.url });
    const fleet = new FleetPage(page, host);
    // History stands still, so that the plug is pulled in the middle whatever the speed of this machine.
    faulty.misbehave('stalled', isRange);
    await fleet.goto();
    await expect(fleet.row('checkout').getByRole('button', { name: /^Demand now: \d/ })).toBeVisible();
    await expect(fleet.progress).toBeVisible();
    await expect.poll(() => faulty.spoiled).toBeGreaterThan(0);
    faulty.misbehave('down');
    await expect(fleet.notices).toContainText(/does not answer|An error occurred/);
    await expect(fleet.row('checkout')).toBeVisible();
    faulty.heal();
    await fleet.refresh();
    await fleet.complete();
    await expect(fleet.row('checkout').getByRole('button', { name: /^All-time high: \d/ })).toBeVisible();
    await expect(fleet.notices).toBeHidden();
  });

  test('refuses long spans only: they are asked in smaller pieces, and nobody is bothered', async ({ page, startHost, faulty }) => {
    const host = await startHost({ jsonData: SETTINGS, prometheusUrl: faulty.url });
    const tooLong = (asked: Asked) =>
      isRange(asked) && Number(asked.params.get('end')) - Number(asked.params.get('start')) > 10 * 86_400;
    faulty.misbehave('too-many-samples', tooLong);
    const fleet = new FleetPage(page, host);
    await fleet.open();
    expect(faulty.spoiled).toBeGreaterThan(0);
    await expect(fleet.row('checkout').getByRole('button', { name: /^All-time high: \d/ })).toBeVisible();
    await expect(fleet.notices).toBeHidden();
  });

  test('takes longer than Grafana waits: the present is there, the history says why it is not', async ({ page, startHost, faulty }) => {
    test.slow();
    const host = await startHost({ jsonData: SETTINGS, prometheusUrl: faulty.url });
    faulty.misbehave('stalled', isRange);
    const fleet = new FleetPage(page, host);
    await fleet.goto();
    await expect(fleet.row('checkout').getByRole('button', { name: /^Demand now: \d/ })).toBeVisible();
    // The first wait is what Grafana's proxy allows: half a minute.
    await expect(fleet.notices).toContainText('took longer than the server or Grafana waits', { timeout: 60_000 });
    await expect(fleet.notices).toContainText('Reading on in smaller pieces');
    await expect(fleet.row('checkout')).toBeVisible();
    faulty.heal();
    await fleet.refresh();
    await fleet.complete();
    await expect(fleet.row('checkout').getByRole('button', { name: /^All-time high: \d/ })).toBeVisible();
    // What broke off with the stalled connections is asked again within a minute.
    await expect(fleet.notices).toBeHidden({ timeout: 90_000 });
  });

  test('down under the page of a service: says so, and comes back', async ({ page, startHost, faulty }) => {
    const host = await startHost({ jsonData: SETTINGS, prometheusUrl: faulty.url });
    faulty.misbehave('down');
    const service = new ServicePage(page, host);
    await service.goto(JSON.stringify([SOURCE_UID, 'prometheus-http', 'shop', 'search']));
    await expect(service.notices).toContainText(/gives no answer|does not answer/);
    faulty.heal();
    await page.reload();
    await service.complete();
    await expect(service.tile('Headroom')).toContainText('%');
  });

  test('down under the configuration: the check fails with the way out, and can be repeated', async ({ page, startHost, faulty }) => {
    const host = await startHost({ jsonData: SETTINGS, prometheusUrl: faulty.url });
    faulty.misbehave('unavailable');
    const configuration = new ConfigurationPage(page, host);
    await configuration.goto();
    await expect(configuration.checks.filter({ hasText: /Failed: The data source answers/ })).toContainText(
      'does not answer'
    );
    faulty.heal();
    await page.getByRole('button', { name: 'Check again' }).click();
    await expect(configuration.checks.filter({ hasText: /Passed: The data source answers/ })).toBeVisible();
    await configuration.checked();
  });
});
