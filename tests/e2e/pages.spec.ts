import { test as pluginTest } from '@grafana/plugin-e2e';
import { APP_ID } from '../../src/adapters/grafana/APP_ID';
import { browserErrors } from './fixtures/browserErrors';
import { expect, test } from './fixtures/test';
import { AlertsPage } from './pages/AlertsPage';
import { ConfigurationPage } from './pages/ConfigurationPage';
import { FleetPage } from './pages/FleetPage';
import { LoadTestsPage } from './pages/LoadTestsPage';
import { ReportPage } from './pages/ReportPage';
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
    expect(names).toEqual(expect.arrayContaining(['Load tests', 'Dashboards', 'Storage']));
    for (const name of names) {
      await configuration.tab(name);
      await expect(page.getByRole('tabpanel')).not.toBeEmpty();
    }
    expect(errors).toEqual([]);
  });

  test('load tests', async ({ page, grafana }) => {
    const errors = browserErrors(page);
    const loadTests = new LoadTestsPage(page, grafana);
    await loadTests.open();
    // Runs, or the sentence that says there were none.
    await expect(loadTests.section('History').getByRole('table', { name: 'Load tests' }).or(page.getByText(/^No load test is on record\./))).toBeVisible();
    await page.getByRole('link', { name: 'Plan a load test' }).click();
    await expect(loadTests.title).toHaveText('Plan a load test');
    await expect(loadTests.box('Service')).toBeEnabled();
    await expect(loadTests.box('Instance')).toBeDisabled();
    expect(errors).toEqual([]);
  });

  test('the plan of a load test', async ({ page, grafana }) => {
    const errors = browserErrors(page);
    const loadTests = new LoadTestsPage(page, grafana);
    await loadTests.openPlan('shop', 'cart');
    expect(await loadTests.propose('cart')).toMatch(/^cart-/);
    for (const title of ['What to find out', 'Guards', 'Judge', 'Limits of the run']) {
      await expect(loadTests.section(title), title).toBeVisible();
    }
    expect(errors).toEqual([]);
  });

  for (const [what, query, title, way] of [
    ['run', '?run=never-was', 'This run is not known', 'knows a run never-was'],
    ['report', '?report=never-was', 'There is no report of this run', 'No readable record of this run was found'],
    ['comparison', '?compare=never-was,nor-this', 'A report is missing', 'No readable record of this run was found'],
    ['comparison of one run', '?compare=never-was', 'Two runs are needed', 'The address names 1. Choose two runs in the history.'],
  ] as const) {
    test(`a load test nobody knows: ${what}`, async ({ page, grafana }) => {
      const errors = browserErrors(page);
      await new LoadTestsPage(page, grafana).goto(query);
      await expect(page.getByRole('alert', { name: title })).toContainText(way);
      expect(errors).toEqual([]);
    });
  }

  test('alerts', async ({ page, grafana }) => {
    const errors = browserErrors(page);
    const alerts = new AlertsPage(page, grafana);
    await alerts.open();
    for (const group of ['Will it hold?', 'Overload now', 'Resources', 'Planning', 'Load tests']) {
      await expect(page.getByRole('region', { name: group, exact: true }).getByRole('listitem').first(), group).toBeVisible();
    }
    await expect(alerts.save).toBeDisabled();
    expect(errors.filter(ownErrors)).toEqual([]);
  });

  test('weekly report', async ({ page, grafana }) => {
    const errors = browserErrors(page);
    const report = new ReportPage(page, grafana);
    await report.open();
    for (const title of [/^Next actions/, /^What changed since/, /^Who is short/, /^What to give back/, /^New all-time highs/, /^Oldest benchmarks/, /^Owners/]) {
      await expect(report.section(title), String(title)).toBeVisible();
    }
    expect(await report.services()).toContain('payments/payment');
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

/** The stand-in host has no alerting: the browser reports that its rules cannot be read, as the page does. */
const ownErrors = (error: string): boolean => Boolean(process.env.GRAFANA_URL) || !/ 404 .*\/api\/v1\/provisioning\/alert-rules\)$/.test(error);
