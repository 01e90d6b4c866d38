import type { APIRequestContext } from '@playwright/test';
import { APP_ID } from '../../src/adapters/grafana/APP_ID';
import { SOURCE_UID } from './fixtures/ProvisioningFolder';
import { signIn } from './fixtures/signIn';
import { expect, test } from './fixtures/test';
import { ConfigurationPage } from './pages/ConfigurationPage';
import { FleetPage } from './pages/FleetPage';

const SETTINGS = { schema: 1, sources: [{ uid: SOURCE_UID }], currency: 'EUR' };

test.describe('the configuration', () => {
  test('checks the data source live and says what it found', async ({ page, grafana }) => {
    const configuration = new ConfigurationPage(page, grafana);
    await configuration.open();
    for (const check of ['The data source answers', 'Scrape interval', 'Services told apart', 'CPU joins the services', 'History']) {
      await expect(configuration.checks.filter({ hasText: check }).first(), check).toBeVisible();
    }
    await expect(configuration.checks.filter({ hasText: /Failed: / })).toHaveCount(0);
    await expect(page.getByRole('tabpanel')).toContainText('grouped by namespace, service');
    await expect(page.getByRole('tabpanel')).toContainText('grouped by service_namespace, service_name');
  });

  test('has nothing to save until something changes, and discards', async ({ page, grafana }) => {
    const configuration = new ConfigurationPage(page, grafana);
    await configuration.goto('history');
    await expect(configuration.save).toBeDisabled();
    await page.getByRole('textbox', { name: /^Days of history/ }).fill('33');
    await expect(configuration.save).toBeEnabled();
    await page.getByRole('textbox', { name: /^Days of history/ }).fill('0');
    await expect(page.getByRole('textbox', { name: /^Days of history/ })).toHaveAttribute('aria-invalid', 'true');
    await page.getByRole('button', { name: 'Discard changes' }).click();
    await expect(configuration.save).toBeDisabled();
  });

  test('asks before changes are lost: stays with them, or leaves without', async ({ page, grafana }) => {
    const configuration = new ConfigurationPage(page, grafana);
    await configuration.goto('history');
    const days = page.getByRole('textbox', { name: /^Days of history/ });
    const other = (await days.inputValue()) === '33' ? '34' : '33';
    await days.fill(other);
    await expect(configuration.save).toBeEnabled();

    const away = page.getByRole('navigation', { name: 'Breadcrumbs' }).getByRole('link', { name: 'Headroom', exact: true }).first();
    const title = page.getByRole('heading', { level: 1 });
    const dialog = page.getByRole('dialog').filter({ has: page.getByRole('heading', { name: 'Leave without saving?' }) });
    await away.click();
    await expect(dialog).toContainText('Your changes to the configuration have not been saved.');
    await dialog.getByRole('button', { name: 'Stay', exact: true }).click();
    await expect(dialog).toBeHidden();
    await expect(title).toHaveText('Configuration');
    await expect(page).toHaveURL(/\/configuration\?.*tab=history/);
    await expect(days).toHaveValue(other);
    await expect(configuration.save).toBeEnabled();

    // Between tabs of the page nothing is lost, and nothing is asked.
    await configuration.tab('Catalogue');
    await expect(dialog).toBeHidden();

    await away.click();
    await dialog.getByRole('button', { name: 'Leave and lose the changes' }).click();
    await expect(title).toHaveText('Fleet');
    await configuration.goto('history');
    await expect(days).not.toHaveValue(other);
    await expect(configuration.save).toBeDisabled();
  });

  test('is read-only for a Viewer', async ({ page, grafana }) => {
    await signIn(page, grafana, 'viewer');
    const configuration = new ConfigurationPage(page, grafana);
    await configuration.open();
    await expect(page.getByText('You are looking at what is saved')).toBeVisible();
    await expect(configuration.save).toHaveCount(0);
    await configuration.tab('History & budget');
    await expect(page.getByRole('textbox', { name: /^Days of history/ })).toBeDisabled();
  });

  test('saves, and the fleet follows without a reload', { tag: '@stand-in' }, async ({ page, startHost }) => {
    const host = await startHost({ jsonData: SETTINGS });
    const configuration = new ConfigurationPage(page, host);
    await configuration.goto('history');
    await page.getByRole('textbox', { name: /^Days of history/ }).fill('7');
    await configuration.save.click();
    await expect(page.getByText('Saved. Everybody sees it at their next visit.')).toBeVisible();
    const stored = await storedSettings(page.request, host);
    expect(stored).toMatchObject({ enabled: true, jsonData: { historyDays: 7, currency: 'EUR' } });

    await page.getByRole('link', { name: 'Headroom' }).first().click();
    const fleet = new FleetPage(page, host);
    await fleet.complete();
    const since = new Date(Date.now() - 7 * 86_400_000).toISOString().slice(0, 10);
    await expect(fleet.table.getByRole('columnheader', { name: 'All-time high' })).toContainText(`since ${since}`);
  });

  test('shows both documents when two Admins save at once, and loses neither', { tag: '@stand-in' }, async ({ page, startHost }) => {
    const host = await startHost({ jsonData: SETTINGS });
    const configuration = new ConfigurationPage(page, host);
    await configuration.goto('history');
    await page.getByRole('textbox', { name: /^Days of history/ }).fill('30');
    // The other Admin is faster.
    const theirs = await storedSettings(page.request, host);
    const saved = await page.request.post(`${host}/api/plugins/${APP_ID}/settings`, {
      data: { enabled: true, pinned: true, jsonData: { ...theirs.jsonData, currency: 'CHF' } },
    });
    expect(saved.ok()).toBe(true);

    await configuration.save.click();
    const dialog = page.getByRole('dialog', { name: 'Somebody else saved meanwhile' });
    await expect(dialog).toContainText(/The two differ in: .*(historyDays|currency)/);
    await expect(dialog).toContainText('"currency": "CHF"');
    await expect(dialog).toContainText('"historyDays": 30');
    expect((await storedSettings(page.request, host)).jsonData).toMatchObject({ currency: 'CHF' });

    await dialog.getByRole('button', { name: 'Keep editing' }).click();
    await expect(page.getByRole('textbox', { name: /^Days of history/ })).toHaveValue('30');
    await configuration.save.click();
    await dialog.getByRole('button', { name: 'Take theirs, drop mine' }).click();
    await expect(page.getByRole('textbox', { name: 'Currency' })).toHaveValue('CHF');
    await page.getByRole('textbox', { name: /^Days of history/ }).fill('31');
    await configuration.save.click();
    await expect(page.getByText('Saved. Everybody sees it')).toBeVisible();
    expect((await storedSettings(page.request, host)).jsonData).toMatchObject({ currency: 'CHF', historyDays: 31 });
  });

  test('names the field of settings it cannot read, and never overwrites them', { tag: '@stand-in' }, async ({ page, startHost }) => {
    const broken = { schema: 1, sources: [{ uid: SOURCE_UID }], policy: { P0: { reserve: 7 } } };
    const host = await startHost({ jsonData: broken });
    const fleet = new FleetPage(page, host);
    await fleet.goto();
    await expect(fleet.notices).toContainText('The saved settings cannot be used');
    await expect(fleet.table).toBeVisible();

    const configuration = new ConfigurationPage(page, host);
    await configuration.goto();
    await expect(page.getByText('The stored settings cannot be used, and have been left alone')).toBeVisible();
    await expect(page.getByText('policy.P0.reserve').first()).toBeVisible();
    await expect(configuration.save).toHaveCount(0);
    expect((await storedSettings(page.request, host)).jsonData).toEqual(broken);

    await page.getByRole('button', { name: 'Start over with new settings' }).click();
    await page.getByRole('button', { name: 'Start a fresh draft' }).click();
    await expect(page.getByText('Saving replaces stored settings that cannot be read')).toBeVisible();
    expect((await storedSettings(page.request, host)).jsonData, 'not before Save').toEqual(broken);
  });

  test('refuses settings of a later version by name', { tag: '@stand-in' }, async ({ page, startHost }) => {
    const later = { schema: 99, sources: [] };
    const host = await startHost({ jsonData: later });
    await new ConfigurationPage(page, host).goto();
    await expect(page.getByText('The stored settings cannot be used, and have been left alone')).toBeVisible();
    await expect(page.locator('main').getByText('schema').first()).toBeVisible();
    expect((await storedSettings(page.request, host)).jsonData).toEqual(later);
  });

  test('takes an unconfigured app to a saved fleet without PromQL', { tag: '@stand-in' }, async ({ page, startHost }) => {
    const host = await startHost({});
    const fleet = new FleetPage(page, host);
    await fleet.open();
    await expect(page.getByText(/^Nothing is saved: this fleet was detected/)).toBeVisible();
    expect((await fleet.names()).length).toBeGreaterThanOrEqual(20);

    await page.getByRole('link', { name: 'Open configuration' }).click();
    const configuration = new ConfigurationPage(page, host);
    await configuration.checked();
    await expect(page.getByText('First steps: check what was found, then save')).toBeVisible();
    await configuration.tab('Catalogue');
    await configuration.save.click();
    await expect(page.getByText('Saved. Everybody sees it')).toBeVisible();
    const { jsonData } = await storedSettings(page.request, host);
    expect(jsonData).toMatchObject({ schema: 1, sources: [{ uid: SOURCE_UID }] });

    await fleet.open();
    await expect(page.getByText(/^Nothing is saved/)).toBeHidden();
  });

  test('shows a Viewer of an unconfigured app a session and what an Admin would save', { tag: '@stand-in' }, async ({ page, startHost }) => {
    const host = await startHost({});
    await signIn(page, host, 'viewer');
    const fleet = new FleetPage(page, host);
    await fleet.open();
    await expect(page.getByText('An Admin can save it in the configuration', { exact: false })).toBeVisible();
    const configuration = new ConfigurationPage(page, host);
    await configuration.goto();
    await expect(page.getByText('Nothing is saved yet: this is what an Admin would save')).toBeVisible();
    await expect(configuration.save).toHaveCount(0);
  });

  test('saves into a real Grafana and reads back what it keeps', { tag: '@grafana-only' }, async ({ page, grafana }) => {
    const before = await storedSettings(page.request, grafana);
    try {
      const configuration = new ConfigurationPage(page, grafana);
      await configuration.goto('history');
      const days = page.getByRole('textbox', { name: /^Days of history/ });
      const other = (await days.inputValue()) === '61' ? '62' : '61';
      await days.fill(other);
      await configuration.save.click();
      await expect(page.getByText('Saved. Everybody sees it')).toBeVisible();
      const after = await storedSettings(page.request, grafana);
      expect(after.jsonData).toMatchObject({ historyDays: Number(other) });
      expect(after.enabled).toBe(true);
    } finally {
      const { enabled, pinned, jsonData } = before;
      await page.request.post(`${grafana}/api/plugins/${APP_ID}/settings`, { data: { enabled, pinned, jsonData } });
    }
  });
});

interface StoredSettings {
  readonly enabled: boolean;
  readonly pinned: boolean;
  readonly jsonData: Record<string, unknown>;
}

async function storedSettings(request: APIRequestContext, host: string): Promise<StoredSettings> {
  const reply = await request.get(`${host}/api/plugins/${APP_ID}/settings`);
  return (await reply.json()) as StoredSettings;
}
