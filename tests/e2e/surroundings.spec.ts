import { browserErrors } from './fixtures/browserErrors';
import { SOURCE_UID } from './fixtures/ProvisioningFolder';
import { signIn } from './fixtures/signIn';
import { expect, test } from './fixtures/test';
import { ConfigurationPage } from './pages/ConfigurationPage';
import { FleetPage } from './pages/FleetPage';
import { ServicePage } from './pages/ServicePage';

const SETTINGS = { schema: 1, sources: [{ uid: SOURCE_UID }], historyDays: 14 };

test.describe('ways to run Grafana', { tag: '@stand-in' }, () => {
  test('under a sub-path, with the content security policy switched on', async ({ page, startHost }) => {
    const host = await startHost({ jsonData: SETTINGS, subPath: '/grafana', csp: true });
    const errors = browserErrors(page);
    const fleet = new FleetPage(page, host);
    await fleet.open();
    await fleet.row('checkout').getByRole('link').click();
    await expect(page).toHaveURL(/\/grafana\/a\/headroom-capacity-app\/service\?/);
    const service = new ServicePage(page, host);
    await service.complete();
    await service.tile('Capacity').getByRole('button').first().click();
    const drawer = page.getByRole('dialog');
    await expect(drawer.first()).toBeVisible();
    const intoExplore = drawer.getByRole('link', { name: 'Open in Explore' });
    await expect(intoExplore.first()).toBeVisible();
    expect(await intoExplore.count()).toBeGreaterThan(0);
    for (const link of await intoExplore.all()) {
      expect(await link.getAttribute('href')).toMatch(/^\/grafana\/explore\?/);
    }
    await page.keyboard.press('Escape');
    await page.getByRole('main').getByRole('link', { name: 'Fleet' }).click();
    await expect(page).toHaveURL(/\/grafana\/a\/headroom-capacity-app\/fleet/);
    await page.getByRole('link', { name: 'Configuration' }).first().click();
    const configuration = new ConfigurationPage(page, host);
    await configuration.checked();
    await configuration.goto('history');
    await page.getByRole('textbox', { name: /^Days of history/ }).fill('15');
    await configuration.save.click();
    await expect(page.getByText('Saved. Everybody sees it')).toBeVisible();
    // The policy would say so here.
    expect(errors).toEqual([]);
  });

  test('with an anonymous Viewer', async ({ page, startHost, context }) => {
    const host = await startHost({ jsonData: SETTINGS, signedOut: 'anonymous' });
    await context.clearCookies();
    const errors = browserErrors(page);
    const fleet = new FleetPage(page, host);
    await fleet.open();
    const drawer = await fleet.evidence('checkout', 'All-time high');
    await expect(drawer.getByRole('link', { name: 'Open in Explore' })).toHaveCount(0);
    await fleet.closeEvidence();
    const service = new ServicePage(page, host);
    await service.open('prometheus-http', 'shop', 'checkout');
    await expect(page.getByRole('button', { name: 'Declare a benchmark', exact: true })).toHaveCount(0);
    await expect(page.getByRole('button', { name: /^Void / })).toHaveCount(0);
    await new ConfigurationPage(page, host).goto();
    await expect(page.getByText('You are looking at what is saved')).toBeVisible();
    expect(errors).toEqual([]);
  });

  test('with a second organization that has a data source of the same uid', async ({ page, startHost }) => {
    const host = await startHost({ jsonData: SETTINGS });
    await signIn(page, host, 'editor');
    const service = new ServicePage(page, host);
    await service.open('prometheus-http', 'media', 'mailer');
    await service.section('Benchmarks').getByRole('button', { name: 'Declare a benchmark', exact: true }).click();
    const form = page.getByRole('form', { name: 'Declare a benchmark' });
    await form.getByRole('textbox', { name: /^Lower end/ }).fill('77');
    await form.getByRole('button', { name: 'Declare' }).click();
    await expect(service.section('Benchmarks').getByText('in use')).toBeVisible();

    const fleet = new FleetPage(page, host);
    await fleet.open('?orgId=2&q=mailer');
    await expect(page.getByText(/^Nothing is saved: this fleet was detected/)).toBeVisible();
    await expect(fleet.row('mailer').getByRole('button', { name: /^Safe limit per instance: unknown/ })).toBeVisible();
    const ledgers = await page.evaluate(ledgerScopes);
    expect(ledgers.length, 'one ledger an organization').toBe(2);

    await fleet.open('?orgId=1&q=mailer');
    await expect(fleet.row('mailer').getByRole('button', { name: /^Safe limit per instance: (at least )?77/ })).toBeVisible();
  });

  test('without a data source', async ({ page, startHost }) => {
    const host = await startHost({ jsonData: null });
    const fleet = new FleetPage(page, host);
    await fleet.goto();
    await expect(fleet.notices).toContainText('No Prometheus data source');
    await expect(fleet.notices).toContainText('An Admin can add one under Connections, Data sources.');
    await new ConfigurationPage(page, host).goto();
    await expect(page.getByText('No Prometheus-compatible data source')).toBeVisible();
    await expect(page.getByRole('link', { name: 'Add a data source' })).toBeVisible();
  });

  test('with settings that name a data source which is gone', async ({ page, startHost }) => {
    const host = await startHost({ jsonData: { schema: 1, sources: [{ uid: 'removed' }] } });
    const fleet = new FleetPage(page, host);
    await fleet.goto();
    await expect(fleet.notices).toContainText('Data source removed is not there');
    await new ConfigurationPage(page, host).goto();
    await expect(page.getByRole('tabpanel')).toContainText('You cannot see this data source');
  });

  test('with a person who may not query the data source', async ({ page, startHost }) => {
    const host = await startHost({ jsonData: SETTINGS, restricted: { [SOURCE_UID]: 'Admin' } });
    await signIn(page, host, 'viewer');
    const fleet = new FleetPage(page, host);
    await fleet.goto();
    await expect(fleet.notices).toContainText(/may not query|give you permission/);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  });

  test('with settings provisioned from a file', async ({ page, startHost }) => {
    const rules = [{ id: 'p0', match: { service: 'search' }, traits: { tier: 'P0', eventFactor: 4 } }];
    const host = await startHost({ jsonData: { ...SETTINGS, rules } });
    const fleet = new FleetPage(page, host);
    await fleet.open('?q=search');
    await expect(fleet.row('search')).toContainText('P0');
    await expect(fleet.row('search')).toContainText('of +300 %');
    await expect(page.getByText(/^Nothing is saved/)).toBeHidden();
  });
});

/** Runs in the page: whose pages the ledger holds (sub-path, organization and user stand before the first zero character). */
async function ledgerScopes(): Promise<string[]> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open('headroom-ledger');
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
  });
  const keys = await new Promise<IDBValidKey[]>((resolve, reject) => {
    const asking = database.transaction('pages').objectStore('pages').getAllKeys();
    asking.onsuccess = () => resolve(asking.result);
    asking.onerror = () => reject(asking.error);
  });
  database.close();
  return [...new Set(keys.map((key) => String(key).split('\u0000')[0] ?? ''))];
}
