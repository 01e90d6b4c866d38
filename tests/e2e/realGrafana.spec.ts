import type { Page } from '@playwright/test';
import { APP_ID, RECORDS_WRITE } from '../../src/adapters/grafana/APP_ID';
import { appUrl } from './fixtures/appUrl';
import { type Persona, signIn } from './fixtures/signIn';
import { expect, test } from './fixtures/test';

/** What the stand-in host imitates and therefore cannot prove. */
test.describe('a real Grafana', { tag: '@grafana-only' }, () => {
  test('accepts the plugin, enables it and puts its pages into the navigation', async ({ page, grafana }) => {
    const plugin = await page.request.get(`${grafana}/api/plugins/${APP_ID}/settings`);
    expect(await plugin.json()).toMatchObject({ id: APP_ID, type: 'app', enabled: true });
    await page.goto(appUrl(grafana, 'fleet'));
    // The menu itself may be folded away: what it is drawn from is looked at.
    const menu = await page.evaluate(() => JSON.stringify((window as unknown as { grafanaBootData: { navTree: unknown } }).grafanaBootData.navTree));
    for (const part of ['fleet', 'configuration']) {
      expect(menu).toContain(`"/a/${APP_ID}/${part}"`);
    }
  });

  for (const [who, allowed] of [
    ['admin', true],
    ['editor', true],
    ['viewer', false],
  ] as const) {
    test(`grants the right to keep records to ${who}: ${allowed ? 'yes' : 'no'}`, async ({ page, grafana }) => {
      await signIn(page, grafana, who satisfies Persona);
      await page.goto(appUrl(grafana, 'fleet'));
      expect(await mayWriteRecords(page)).toBe(allowed);
      await page.goto(appUrl(grafana, `service?key=${encodeURIComponent('["prometheus","prometheus-http","media","mailer"]')}`));
      await expect(page.getByRole('region', { name: 'Benchmarks' })).toBeVisible({ timeout: 60_000 });
      await expect(page.getByRole('button', { name: 'Declare a benchmark', exact: true })).toHaveCount(allowed ? 1 : 0);
    });
  }

  test('refuses a Viewer who writes past the pages', async ({ page, grafana }) => {
    await signIn(page, grafana, 'viewer');
    const record = await page.request.post(`${grafana}/api/annotations`, {
      data: { time: Date.now(), tags: ['headroom-e2e'], text: 'must not be kept' },
    });
    expect(record.status()).toBe(403);
    const settings = await page.request.post(`${grafana}/api/plugins/${APP_ID}/settings`, { data: { enabled: true, jsonData: {} } });
    expect(settings.status()).toBe(403);
  });
});

async function mayWriteRecords(page: Page): Promise<boolean> {
  return page.evaluate((action) => {
    const { user } = (window as unknown as { grafanaBootData: { user: { permissions?: Record<string, boolean> } } }).grafanaBootData;
    return user.permissions?.[action] === true;
  }, RECORDS_WRITE);
}
