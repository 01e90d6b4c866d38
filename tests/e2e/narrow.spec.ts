import type { Page } from '@playwright/test';
import { expect, test } from './fixtures/test';
import { ConfigurationPage } from './pages/ConfigurationPage';
import { FleetPage } from './pages/FleetPage';
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
