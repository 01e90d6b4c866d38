import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { signIn } from './fixtures/signIn';
import { expect, test } from './fixtures/test';
import { AlertsPage } from './pages/AlertsPage';

const SHORT = 'Headroom under what the tier asks';
const OVERLOAD = 'Overload now: demand';

interface RuleFile {
  readonly groups: ReadonlyArray<{ readonly rules: ReadonlyArray<{ readonly alert: string; readonly expr: string; readonly for: string; readonly labels: Record<string, string> }> }>;
}

test.describe('alert rules from intent', () => {
  test('says in words what a rule would have done in the last 30 days', async ({ page, grafana }) => {
    const alerts = new AlertsPage(page, grafana);
    await alerts.open();
    await alerts.preview(SHORT);
    // The demo's payment service is short on purpose.
    await expect(alerts.previewed(SHORT)).toHaveText(/^With the limits of today it would have fired \d+ times in the last 30 days, for \d+ services: the longest for .+, in all .+\. .*fires? now\.$/);
    const services = Number(/for (\d+) services/.exec(await alerts.previewed(SHORT).innerText())?.[1]);
    const table = alerts.intent(SHORT).getByRole('table', { name: `When "${SHORT}" would have fired` });
    // A row a service, below the heads.
    await expect(table.getByRole('row')).toHaveCount(services + 1);
    await expect(table.getByRole('row').filter({ hasText: 'payments/payment' })).toContainText(/\d{4}-\d\d-\d\d \d\d:\d\d \(fires now\)/);
  });

  test('previews with the number that was typed, and says when a preview speaks of another one', async ({ page, grafana }) => {
    const alerts = new AlertsPage(page, grafana);
    await alerts.open();
    await alerts.onlyP0();
    const share = alerts.intent(OVERLOAD).getByRole('textbox').first();
    await share.fill('500');
    await alerts.preview(OVERLOAD);
    await expect(alerts.previewed(OVERLOAD)).toHaveText(/^With the limits of today it would not have fired in the last 30 days/);
    await share.fill('0.1');
    await expect(alerts.intent(OVERLOAD)).toContainText('preview again to see what they would have done');
    await alerts.preview(OVERLOAD);
    await expect(alerts.previewed(OVERLOAD)).toHaveText(/^With the limits of today it would have fired/);
    await share.fill('-3');
    await expect(share).toHaveAttribute('aria-invalid', 'true');
  });

  test('hands the rules out as files for Grafana and for Prometheus', async ({ page, grafana, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const alerts = new AlertsPage(page, grafana);
    await alerts.open();
    await expect(alerts.take).toBeDisabled();
    await alerts.tick(SHORT);
    await alerts.take.click();

    await page.getByRole('button', { name: 'Copy Grafana YAML' }).click();
    await expect(alerts.file('Grafana YAML').getByText('Copied')).toBeVisible();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toBe(await alerts.file('Grafana YAML').locator('pre').textContent());
    expect(parse(copied)).toMatchObject({ apiVersion: 1, groups: [{ folder: 'Headroom', rules: expect.arrayContaining([expect.objectContaining({ labels: expect.objectContaining({ headroom_intent: 'headroom-short' }) })]) }] });

    const waiting = page.waitForEvent('download');
    await alerts.file('Prometheus YAML').getByRole('button', { name: 'Download' }).click();
    const download = await waiting;
    expect(download.suggestedFilename()).toBe('headroom-alerts.yml');
    const { groups } = parse(readFileSync(await download.path(), 'utf8')) as RuleFile;
    const rules = groups.flatMap((group) => group.rules);
    // One rule an intent, tier and profile, not one a service.
    expect(rules.map(({ labels }) => labels['tier'])).toEqual(expect.arrayContaining(['P0', 'P1', 'P2']));
    expect(rules.length).toBeLessThan(20);
    expect(rules.find(({ alert, expr }) => alert === 'HeadroomShort' && expr.includes('payment'))).toMatchObject({ for: '15m' });
  });

  test('writes rules about the chosen tiers alone', async ({ page, grafana }) => {
    const alerts = new AlertsPage(page, grafana);
    await alerts.open();
    await alerts.tick(SHORT);
    await alerts.take.click();
    const tiers = async () => [...new Set((await alerts.file('Prometheus YAML').locator('pre').innerText()).match(/tier: "P\d"/g))].sort();
    expect(await tiers()).toEqual(['tier: "P0"', 'tier: "P1"', 'tier: "P2"']);
    const choice = page.getByRole('group', { name: 'Tier', exact: true });
    await choice.getByRole('button', { name: /^P2/ }).click();
    await expect.poll(tiers).toEqual(['tier: "P0"', 'tier: "P1"']);
    await choice.getByRole('button', { name: /^P0/ }).click();
    await expect.poll(tiers).toEqual(['tier: "P1"']);
  });

  for (const [who, may] of [
    ['viewer', false],
    ['editor', true],
  ] as const) {
    test(`lets ${who === 'editor' ? 'an' : 'a'} ${who} ${may ? 'save' : 'see and copy what would be created, not save'}`, async ({ page, grafana }) => {
      await signIn(page, grafana, who);
      const alerts = new AlertsPage(page, grafana);
      await alerts.open();
      await alerts.onlyP0();
      await expect(page.getByRole('status', { name: 'Your role may not save alert rules' })).toHaveCount(may ? 0 : 1);
      await alerts.tick(SHORT);
      await expect(alerts.save).toHaveText(/\([1-9]\d*\)$/);
      await expect(alerts.save).toBeEnabled({ enabled: may });
      await alerts.take.click();
      await expect(alerts.file('Prometheus YAML').locator('pre')).toContainText('HeadroomShort');
      await alerts.preview(SHORT);
      await expect(alerts.previewed(SHORT)).toHaveText(/^With the limits of today it would have fired/);
    });
  }

  test('shows what it would write where rules cannot be read', { tag: '@stand-in' }, async ({ page, grafana }) => {
    // The stand-in host has no alerting, as a Grafana where it is switched off.
    const alerts = new AlertsPage(page, grafana);
    await alerts.open();
    await expect(page.getByRole('alert', { name: 'Rules that stand in Grafana cannot be read' })).toContainText('What would be written is shown all the same.');
    await expect(alerts.intent(SHORT)).toContainText('Not known whether it is set up');
    await alerts.tick(SHORT);
    await alerts.save.click();
    await expect(page.getByRole('alert', { name: /not saved$/ })).toContainText(/404|not found/i);
    await expect(page.getByRole('alert', { name: /^Saved:/ })).toHaveCount(0);
  });
});
