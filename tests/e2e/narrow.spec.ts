import type { Page } from '@playwright/test';
import { expect, test } from './fixtures/test';
import { AlertsPage } from './pages/AlertsPage';
import { ConfigurationPage } from './pages/ConfigurationPage';
import { FleetPage } from './pages/FleetPage';
import { LoadTestsPage } from './pages/LoadTestsPage';
import { ReportPage } from './pages/ReportPage';
import { ServicePage } from './pages/ServicePage';

test.describe('on a screen 400 pixels wide nothing scrolls sideways', () => {
  test.use({ viewport: { width: 400, height: 850 } });

  test('fleet, as cards', async ({ page, grafana }) => {
    const fleet = new FleetPage(page, grafana);
    await fleet.goto('?growth=50');
    const cards = page.getByRole('list', { name: 'Services', exact: true }).getByRole('listitem');
    await expect(cards.first()).toBeVisible();
    await expect(fleet.table).toBeHidden();
    await expectNoSidewaysScroll(page);
    await page.getByRole('button', { name: 'More of payment' }).click();
    await expect(page.getByRole('button', { name: 'Less of payment' })).toBeVisible();
    await expect(cards.filter({ hasText: 'payments' }).first()).toContainText('All-time high');
    await expectNoSidewaysScroll(page);
  });

  test('service', async ({ page, grafana }) => {
    const service = new ServicePage(page, grafana);
    await service.open('prometheus-http', 'shop', 'search');
    await expectNoSidewaysScroll(page);
  });

  test('configuration, every tab', async ({ page, grafana }) => {
    const configuration = new ConfigurationPage(page, grafana);
    await configuration.open();
    for (const name of await page.getByRole('tablist').getByRole('tab').allInnerTexts()) {
      await configuration.tab(name);
      await expectNoSidewaysScroll(page, name);
    }
  });
});

test.describe('in half a window, 480 pixels wide, nothing scrolls sideways', () => {
  test.use({ viewport: { width: 480, height: 850 } });

  test('alerts, with files and a preview', async ({ page, grafana }) => {
    const alerts = new AlertsPage(page, grafana);
    await alerts.open();
    await expectNoSidewaysScroll(page);
    const title = 'Headroom under what the tier asks';
    await alerts.onlyP0();
    await alerts.tick(title);
    await alerts.take.click();
    await expect(alerts.file('Grafana YAML')).toBeVisible();
    await alerts.preview(title);
    await expectNoSidewaysScroll(page, 'files and preview');
  });

  test('weekly report', async ({ page, grafana }) => {
    await new ReportPage(page, grafana).open();
    await expectNoSidewaysScroll(page);
  });

  test('load tests, overview and what nobody knows', async ({ page, grafana }) => {
    const loadTests = new LoadTestsPage(page, grafana);
    await loadTests.open();
    await expectNoSidewaysScroll(page);
    for (const query of [`?run=${'never-was'.repeat(20)}`, '?report=never-was', '?compare=a,b']) {
      await loadTests.goto(query);
      await expect(page.getByRole('alert')).toBeVisible();
      await expectNoSidewaysScroll(page, query);
    }
  });

  test('the plan of a load test, its preflight and a simulated run', async ({ page, grafana }) => {
    test.setTimeout(300_000);
    const loadTests = new LoadTestsPage(page, grafana);
    await loadTests.openPlan('shop', 'cart');
    await loadTests.propose('cart');
    await expectNoSidewaysScroll(page, 'plan');
    await loadTests.button('Preflight').click();
    await expect(loadTests.section('Preflight')).toBeVisible({ timeout: 60_000 });
    await loadTests.simulateToEnd(4);
    await expectNoSidewaysScroll(page, 'finished');
  });

  test('configuration, the routing endpoint and dashboards', async ({ page, grafana }) => {
    const configuration = new ConfigurationPage(page, grafana);
    await configuration.goto('routing');
    await expect(page.getByText('the router itself holds the lease')).toBeVisible();
    await expectNoSidewaysScroll(page, 'routing');
    await configuration.goto('dashboards');
    await expect(page.getByRole('link', { name: 'Capacity overview' })).toBeVisible();
    await expectNoSidewaysScroll(page, 'dashboards');
  });
});

async function expectNoSidewaysScroll(page: Page, where = ''): Promise<void> {
  const { wide, culprits } = await page.evaluate(() => {
    const root = document.documentElement;
    const inScroller = (element: Element | null): boolean =>
      element !== null && (/auto|scroll|hidden|clip/.test(getComputedStyle(element).overflowX) || inScroller(element.parentElement));
    const beyond = [...document.querySelectorAll('main *')].filter(
      (element) => element.getBoundingClientRect().right > root.clientWidth + 1 && !inScroller(element.parentElement)
    );
    return {
      wide: root.scrollWidth - root.clientWidth,
      culprits: beyond.slice(0, 5).map((element) => `${element.tagName} ${element.textContent?.slice(0, 60) ?? ''}`),
    };
  });
  expect({ where, wide, culprits }).toEqual({ where, wide: 0, culprits: [] });
}
