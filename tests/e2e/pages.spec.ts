import { test as pluginTest } from '@grafana/plugin-e2e';
import { APP_ID } from '../../src/adapters/grafana/APP_ID';
import { browserErrors } from './fixtures/browserErrors';
import { expect, test } from './fixtures/test';
import { ConfigurationPage } from './pages/ConfigurationPage';
import { FleetPage } from './pages/FleetPage';
import { ServicePage } from './pages/ServicePage';

test.describe('every page loads and renders', { tag: '@both' }, () => {
  test('fleet', async ({ page, grafana }) => {
    const errors = browserErrors(page);
    const fleet = new FleetPage(page, grafana);
    await fleet.open();
    expect((await fleet.names()).length).toBeGreaterThanOrEqual(20);
    await expect(page.getByRole('region', { name: 'Summary of the fleet' }).getByRole('group')).toHaveCount(5);
    await expect(fleet.notices).toBeHidden();
    expect(errors).toEqual([]);
  });

  test('service', async ({ page, grafana }) => {
    const errors = browserErrors(page);
    const service = new ServicePage(page, grafana);
    await service.open('prometheus-http', 'shop', 'search');
    await expect(service.title).toHaveText('shop/search');
    // Drawn by the host's own time series panel: a canvas inside our figure.
    const demand = service.section('Demand against capacity');
    await expect(demand.getByRole('figure').locator('canvas').first()).toBeVisible();
    await expect(service.section('One instance under load').getByRole('img').first()).toBeVisible();
    await expect(service.notices).toBeHidden();
    expect(errors).toEqual([]);
  });

  test('configuration, with each of its tabs', async ({ page, grafana }) => {
    const errors = browserErrors(page);
    const configuration = new ConfigurationPage(page, grafana);
    await configuration.open();
    const tabs = page.getByRole('tablist').getByRole('tab');
    const names = await tabs.allInnerTexts();
    expect(names.length).toBeGreaterThanOrEqual(7);
    for (const name of names) {
      await configuration.tab(name);
      await expect(page.getByRole('tabpanel')).not.toBeEmpty();
    }
    expect(errors).toEqual([]);
  });

  test('an address that is none leads to the fleet', async ({ page, grafana }) => {
    await page.goto(`${grafana}/a/${APP_ID}/nowhere`);
    await expect(page).toHaveURL(/\/fleet$/);
    await expect(new FleetPage(page, grafana).table).toBeVisible();
  });
});

pluginTest('opens the way Grafana\'s own test fixtures open a plugin', async ({ gotoAppPage, page }) => {
  await gotoAppPage({ pluginId: APP_ID, path: '/fleet' });
  await expect(page.getByRole('table', { name: /^Services,/ })).toBeVisible();
});
