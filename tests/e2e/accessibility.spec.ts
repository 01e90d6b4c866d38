import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { appUrl } from './fixtures/appUrl';
import { expect, test } from './fixtures/test';
import { AlertsPage } from './pages/AlertsPage';
import { ConfigurationPage } from './pages/ConfigurationPage';
import { FleetPage } from './pages/FleetPage';
import { LoadTestsPage } from './pages/LoadTestsPage';
import { ReportPage } from './pages/ReportPage';
import { ServicePage } from './pages/ServicePage';

/** In the stand-in the theme changes under the page, so that one visit is looked at in both; a real Grafana is visited once for each. */
const VISITS = process.env.GRAFANA_URL ? (['dark', 'light'] as const) : (['dark'] as const);
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'];

test.describe('no violation of WCAG 2 A and AA', () => {
  for (const theme of VISITS) {
    test(`fleet${visit(theme)}`, async ({ page, grafana }) => {
      const fleet = new FleetPage(page, grafana);
      await fleet.open(`?theme=${theme}&growth=50`);
      await expectTheme(page, theme);
      await expectClean(page);
      await fleet.row('mailer').hover();
      await expectClean(page);
    });

    test(`fleet grouped by owner, with nothing found${visit(theme)}`, async ({ page, grafana }) => {
      const fleet = new FleetPage(page, grafana);
      await fleet.open(`?theme=${theme}&group=owner`);
      await expectClean(page);
      await fleet.search.fill('no service has this name');
      await expect(page.getByText('No service matches')).toBeVisible();
      await expectClean(page);
    });

    test(`evidence drawer${visit(theme)}`, async ({ page, grafana }) => {
      const fleet = new FleetPage(page, grafana);
      await fleet.open(`?theme=${theme}`);
      await fleet.evidence('checkout', 'All-time high');
      await expectClean(page, '[role=dialog]');
    });

    test(`service${visit(theme)}`, async ({ page, grafana }) => {
      const service = new ServicePage(page, grafana);
      await page.goto(appUrl(grafana, `fleet?theme=${theme}`));
      await service.open('prometheus-http', 'shop', 'search');
      await service.section('Benchmarks').getByRole('button', { name: 'Declare a benchmark', exact: true }).click();
      await service.input('Reserve').fill('nonsense');
      await expectClean(page);
    });

    test(`configuration, every tab${visit(theme)}`, async ({ page, grafana }) => {
      const configuration = new ConfigurationPage(page, grafana);
      await page.goto(appUrl(grafana, `configuration?theme=${theme}`));
      await configuration.checked();
      for (const name of await page.getByRole('tablist').getByRole('tab').allInnerTexts()) {
        await configuration.tab(name);
        await expectClean(page, undefined, name);
      }
    });

    test(`alerts, with files, a preview and a mistake${visit(theme)}`, async ({ page, grafana }) => {
      const alerts = new AlertsPage(page, grafana);
      await alerts.open(`?theme=${theme}`);
      await expectTheme(page, theme);
      await expectClean(page);
      const title = 'Headroom under what the tier asks';
      await alerts.onlyP0();
      await alerts.tick(title);
      await alerts.take.click();
      await alerts.preview(title);
      await alerts.intent('Overload now: demand').getByRole('textbox').first().fill('nonsense');
      await expectClean(page);
      await page.getByRole('button', { name: 'All owners' }).click();
      await expect(page.getByRole('group', { name: 'Only these owners' })).toBeVisible();
      await expectClean(page, 'body', 'owners');
    });

    test(`weekly report${visit(theme)}`, async ({ page, grafana }) => {
      const report = new ReportPage(page, grafana);
      await report.open(`?theme=${theme}`);
      await expectTheme(page, theme);
      await expectClean(page);
    });

    test(`load tests, overview and what nobody knows${visit(theme)}`, async ({ page, grafana }) => {
      const loadTests = new LoadTestsPage(page, grafana);
      await loadTests.open(`?theme=${theme}`);
      await expectTheme(page, theme);
      await expectClean(page);
      for (const query of ['?run=never-was', '?report=never-was', '?compare=a,b']) {
        await loadTests.goto(`${query}&theme=${theme}`);
        await expect(page.getByRole('alert')).toBeVisible();
        await expectClean(page, undefined, query);
      }
    });

    test(`the plan of a load test, its preflight and a simulated run${visit(theme)}`, async ({ page, grafana }) => {
      test.setTimeout(300_000);
      const loadTests = new LoadTestsPage(page, grafana);
      await loadTests.openPlan('shop', 'cart', `&theme=${theme}`);
      await loadTests.propose('cart');
      await expectTheme(page, theme);
      await loadTests.button('Preflight').click();
      await expect(loadTests.section('Preflight')).toBeVisible({ timeout: 60_000 });
      await expectClean(page, undefined, 'preflight');
      await loadTests.simulateToEnd(4);
      await expectClean(page, undefined, 'finished');
      await loadTests.button('Start…').click();
      await expect(page.getByRole('dialog').first()).toBeVisible();
      // What has the focus has Grafana's own colour.
      await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).focus();
      await expectClean(page, '[role=dialog]', 'dialog');
    });
  }
});

function visit(theme: string): string {
  return process.env.GRAFANA_URL ? `, ${theme}` : ', both themes';
}

/** Looks at what the plugin draws: the frame around it is the host's own. */
async function expectClean(page: Page, within = '#pageContent', where = ''): Promise<void> {
  await analyse(page, within, where);
  if (!process.env.GRAFANA_URL) {
    await switchTheme(page, 'light');
    await analyse(page, within, `${where} light`);
    await switchTheme(page, 'dark');
  }
}

async function analyse(page: Page, within: string, where: string): Promise<void> {
  const axe = new AxeBuilder({ page }).include(within).withTags(RULES);
  // Grafana's own picker writes the time zone in an orange that is too pale in the light theme.
  const { violations } = await axe.exclude('[aria-label^="Time range selected"]').analyze();
  const found = violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${where} ${id}: ${node.target.join(' ')}: ${node.html.slice(0, 160)} (${node.failureSummary?.split('\n')[1]?.trim()})`)
  );
  expect(found).toEqual([]);
}

/** By the button of the stand-in, which a dialog may lie over; waits until every colour has arrived. */
async function switchTheme(page: Page, to: 'dark' | 'light'): Promise<void> {
  await page.locator(`button[aria-label="Switch to ${to} theme"]`).dispatchEvent('click');
  await expectTheme(page, to);
  await page.evaluate(async () => {
    const ending = document.getAnimations().filter((animation) => animation.effect?.getComputedTiming().endTime !== Infinity);
    await Promise.all(ending.map((animation) => animation.finished.catch(() => undefined)));
  });
}

async function expectTheme(page: Page, theme: 'dark' | 'light'): Promise<void> {
  const brightness = () => page.evaluate(() => Number(/\d+/.exec(getComputedStyle(document.body).backgroundColor)?.[0] ?? 0));
  await expect.poll(async () => ((await brightness()) > 128 ? 'light' : 'dark')).toBe(theme);
}
