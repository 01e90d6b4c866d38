import { signIn } from './fixtures/signIn';
import { expect, test } from './fixtures/test';
import { FleetPage } from './pages/FleetPage';

test.describe('the evidence of a figure', () => {
  test('is its query, window, freshness and coverage, and can be copied', async ({ page, grafana, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const fleet = new FleetPage(page, grafana);
    await fleet.open();
    const drawer = await fleet.evidence('checkout', 'All-time high');
    await expect(drawer).toContainText('What this rests on');
    await expect(drawer).toContainText(/Window\d{4}-\d\d-\d\d \d\d:\d\d to \d{4}-\d\d-\d\d/);
    await expect(drawer).toContainText(/Newest sample\d{4}/);
    await expect(drawer).toContainText(/Coverage\s*[\d.]+\s%\sof expected samples/);
    const query = drawer.locator('pre').first();
    await expect(query).toContainText('http_requests_total');
    await drawer.getByRole('button', { name: 'Copy query' }).first().click();
    await expect(drawer.getByText('Copied').first()).toBeVisible();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await query.textContent());
    await fleet.closeEvidence();
  });

  test('can be copied over plain http, where browsers give no clipboard', async ({ page, grafana }) => {
    // A page that is not a secure context has no navigator.clipboard; loopback counts as secure, so it is taken away.
    await page.addInitScript(() => Object.defineProperty(Navigator.prototype, 'clipboard', { value: undefined }));
    const fleet = new FleetPage(page, grafana);
    await fleet.open();
    const drawer = await fleet.evidence('checkout', 'Demand now');
    await drawer.getByRole('button', { name: 'Copy query' }).first().click();
    await expect(drawer.getByText(/^Copied$|select the text and press Ctrl\+C/).first()).toBeVisible();
    const text = (await drawer.locator('pre').first().textContent()) ?? '';
    await fleet.closeEvidence();
    await expect(async () => {
      // A drawer that closes gives the focus back to what opened it, a moment later.
      await fleet.search.fill('');
      await fleet.search.press('Control+V');
      await expect(fleet.search).toHaveValue(text, { timeout: 5_000 });
    }).toPass();
  });

  test('shows derived figures with their arithmetic', async ({ page, grafana }) => {
    const fleet = new FleetPage(page, grafana);
    await fleet.open();
    const drawer = await fleet.evidence('checkout', 'Figures');
    await drawer.locator('summary').filter({ hasText: 'Required instances' }).click();
    await expect(drawer.getByRole('list', { name: 'Arithmetic' }).first()).toBeVisible();
  });

  test('leads an Admin to Explore with the query', async ({ page, grafana }) => {
    const fleet = new FleetPage(page, grafana);
    await fleet.open();
    const drawer = await fleet.evidence('checkout', 'Demand now');
    const link = drawer.getByRole('link', { name: 'Open in Explore' }).first();
    const query = (await drawer.locator('pre').first().textContent()) ?? '';
    const address = new URL((await link.getAttribute('href')) ?? '', `${grafana}/`);
    expect(address.pathname).toMatch(/\/explore$/);
    const panes = JSON.parse(address.searchParams.get('panes') ?? '{}') as Record<
      string,
      { queries: Array<{ expr: string }> }
    >;
    expect(Object.values(panes)[0]?.queries[0]?.expr).toBe(query);
  });

  test('leads into the real Explore, which runs the query', { tag: '@grafana-only' }, async ({ page, grafana, context }) => {
    const fleet = new FleetPage(page, grafana);
    await fleet.open();
    const drawer = await fleet.evidence('checkout', 'Demand now');
    const opening = context.waitForEvent('page');
    await drawer.getByRole('link', { name: 'Open in Explore' }).first().click();
    const explore = await opening;
    const answer = explore.waitForResponse((r) => r.url().includes('/api/ds/query') && r.ok());
    expect((await answer).status()).toBe(200);
    await expect(explore.getByText('http_requests_total').first()).toBeVisible();
  });

  test('shows a Viewer the query, and no way to Explore', async ({ page, grafana }) => {
    await signIn(page, grafana, 'viewer');
    const fleet = new FleetPage(page, grafana);
    await fleet.open();
    const drawer = await fleet.evidence('checkout', 'Demand now');
    await expect(drawer.locator('pre').first()).toContainText('http_requests_total');
    await expect(drawer.getByRole('link', { name: 'Open in Explore' })).toHaveCount(0);
  });
});
