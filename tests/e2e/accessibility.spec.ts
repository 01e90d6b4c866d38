import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { appUrl } from './fixtures/appUrl';
import { expect, test } from './fixtures/test';
import { ConfigurationPage } from './pages/ConfigurationPage';
import { FleetPage } from './pages/FleetPage';
import { ServicePage } from './pages/ServicePage';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'];

test.describe('no violation of WCAG 2 A and AA', () => {
  for (const theme of ['dark', 'light'] as const) {
    test(`fleet, ${theme}`, async ({ page, grafana }) => {
      const fleet = new FleetPage(page, grafana);
      await fleet.open(`?theme=${theme}&growth=50`);
      await expectTheme(page, theme);
      await expectClean(page);
      await fleet.row('mailer').hover();
      await expectClean(page);
    });

    test(`fleet grouped by owner, with nothing found, ${theme}`, async ({ page, grafana }) => {
      const fleet = new FleetPage(page, grafana);
      await fleet.open(`?theme=${theme}&group=owner`);
      await expectClean(page);
      await fleet.search.fill('no service has this name');
      await expect(page.getByText('No service matches')).toBeVisible();
      await expectClean(page);
    });

    test(`evidence drawer, ${theme}`, async ({ page, grafana }) => {
      const fleet = new FleetPage(page, grafana);
      await fleet.open(`?theme=${theme}`);
      await fleet.row('checkout').getByRole('button', { name: /^All-time high:/ }).click();
      await expect(page.getByRole('dialog').first()).toBeVisible();
      await expectClean(page, '[role=dialog]');
    });

    test(`service, ${theme}`, async ({ page, grafana }) => {
      const service = new ServicePage(page, grafana);
      await page.goto(appUrl(grafana, `fleet?theme=${theme}`));
      await service.open('prometheus-http', 'shop', 'search');
      await service.section('Benchmarks').getByRole('button', { name: 'Declare a benchmark', exact: true }).click();
      await service.input('Reserve').fill('nonsense');
      await expectClean(page);
    });

    test(`configuration, every tab, ${theme}`, async ({ page, grafana }) => {
      const configuration = new ConfigurationPage(page, grafana);
      await page.goto(appUrl(grafana, `configuration?theme=${theme}`));
      await configuration.checked();
      for (const name of await page.getByRole('tablist').getByRole('tab').allInnerTexts()) {
        await configuration.tab(name);
        await expectClean(page, undefined, name);
      }
    });
  }
});

/** Looks at what the plugin draws: the frame around it is the host's own. */
async function expectClean(page: Page, within = '#pageContent', where = ''): Promise<void> {
  const axe = new AxeBuilder({ page }).include(within).withTags(RULES);
  // Grafana's own picker writes the time zone in an orange that is too pale in the light theme.
  const { violations } = await axe.exclude('[aria-label^="Time range selected"]').analyze();
  const found = violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${where} ${id}: ${node.target.join(' ')}: ${node.html.slice(0, 160)} (${node.failureSummary?.split('\n')[1]?.trim()})`)
  );
  expect(found).toEqual([]);
}

async function expectTheme(page: Page, theme: 'dark' | 'light'): Promise<void> {
  const background = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const [red = 0] = (/\d+/.exec(background) ?? ['0']).map(Number);
  expect(red > 128 ? 'light' : 'dark', background).toBe(theme);
}
