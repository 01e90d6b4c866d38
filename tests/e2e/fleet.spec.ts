import { readFileSync } from 'node:fs';
import { readCsv } from './fixtures/readCsv';
import { figureNumber } from './fixtures/figureNumber';
import { expect, test } from './fixtures/test';
import { FleetPage } from './pages/FleetPage';

test.describe('the fleet', () => {
  test('stands worst first within tier', async ({ page, grafana }) => {
    const fleet = new FleetPage(page, grafana);
    await fleet.open();
    const tiers = await fleet.column('Tier');
    const statuses = (await fleet.column('Status')).map((text) => text.trim().split(/[\s:]/)[0]);
    const pairs = tiers.map((tier, i) => ({ tier: tier.trim(), short: statuses[i] === 'Short' }));
    expect(pairs.map((p) => p.tier)).toEqual([...pairs.map((p) => p.tier)].sort());
    for (const tier of ['P0', 'P1', 'P2']) {
      const within = pairs.filter((p) => p.tier === tier).map((p) => p.short);
      expect(within.length, tier).toBeGreaterThan(0);
      expect(within, `${tier}: nobody who holds stands above one who is short`).toEqual(
        [...within].sort((a, b) => Number(b) - Number(a))
      );
    }
    // The demo's P0 that is short whatever the hour.
    await expect(fleet.row('payment', 'payments')).toContainText('Short');
  });

  test('tells services of one name apart', async ({ page, grafana }) => {
    const fleet = new FleetPage(page, grafana);
    await fleet.open('?q=gateway');
    await expect(fleet.row('gateway')).toHaveCount(2);
    await expect(fleet.row('gateway', 'identity')).toHaveCount(1);
    await expect(fleet.row('gateway', 'payments')).toHaveCount(1);
  });

  test('says stale and unknown with a reason, never fine', async ({ page, grafana }) => {
    const fleet = new FleetPage(page, grafana);
    await fleet.open();
    await expect(fleet.row('coupons')).toContainText('Stale');
    const mailer = fleet.row('mailer');
    await expect(mailer).toContainText('Unknown');
    await expect(mailer.getByRole('button', { name: /^Headroom: unknown\. \S+/ })).toBeVisible();
    await expect(mailer.getByRole('button', { name: /^Safe limit per instance: unknown\. \S+/ })).toBeVisible();
  });

  test('judges an autoscaled service at its maximum', async ({ page, grafana }) => {
    const fleet = new FleetPage(page, grafana);
    await fleet.open();
    await expect(fleet.row('fraud-check')).toContainText('max 8');
  });

  test('is searched, filtered and sorted, and the address keeps all of it', async ({ page, grafana }) => {
    const fleet = new FleetPage(page, grafana);
    await fleet.open();
    const all = (await fleet.names()).length;

    await fleet.search.fill('shop');
    await expect(fleet.paging).toContainText(`${all} in all`);
    const shop = (await fleet.names()).length;
    expect(shop).toBeLessThan(all);
    await fleet.toggle('P1').click();
    await expect(fleet.toggle('P1')).toHaveAttribute('aria-pressed', 'true');
    await expect.poll(async () => [...new Set(await fleet.column('Tier'))].map((t) => t.trim())).toEqual(['P1']);
    expect((await fleet.names()).length).toBeLessThan(shop);

    await fleet.table.getByRole('button', { name: 'All-time high', exact: true }).click();
    await expect(fleet.table.getByRole('columnheader', { name: 'All-time high' })).toHaveAttribute(
      'aria-sort',
      'descending'
    );
    const sorted = async () => (await fleet.column('All-time high')).map((text) => figureNumber(text));
    await expect.poll(sorted).toEqual([...(await sorted())].sort((a, b) => b - a));
    await fleet.slider.fill('40');
    await expect(page).toHaveURL(/growth=40/);

    const before = await fleet.names();
    const address = new URL(page.url());
    expect([...address.searchParams.keys()].sort()).toEqual(['growth', 'q', 'sort', 'tier']);
    await page.reload();
    await fleet.complete();
    expect(await fleet.names()).toEqual(before);
    await expect(fleet.search).toHaveValue('shop');
    await expect(fleet.toggle('P1')).toHaveAttribute('aria-pressed', 'true');
    await expect(fleet.slider).toHaveValue('40');
  });

  test('is filtered by status and owner, and grouped by owner', async ({ page, grafana }) => {
    const fleet = new FleetPage(page, grafana);
    await fleet.open();
    const short = fleet.toggle(/^Short/);
    await short.click();
    // The fleet is alive: the count and the rows are compared at one moment.
    await expect.poll(async () => (await fleet.names()).length - Number((await short.innerText()).replace(/\D/g, ''))).toBe(0);
    expect((await fleet.names()).length).toBeGreaterThan(0);
    await short.click();

    await fleet.toggle('All owners').click();
    await page.getByRole('checkbox', { name: 'logistics' }).check({ force: true });
    await expect(page).toHaveURL(/owner=logistics/);
    await page.keyboard.press('Escape');
    await expect.poll(async () => (await fleet.names()).sort()).toContain('orders');
    expect(await fleet.names()).not.toContain('checkout');

    await fleet.toggle('Group by owner').click();
    await expect(fleet.table.getByRole('rowheader', { name: /^logistics/ })).toBeVisible();
  });

  test('says who breaks, and in which order, when every peak grows', async ({ page, grafana }) => {
    const fleet = new FleetPage(page, grafana);
    await fleet.open();
    const answer = fleet.growth.getByRole('status').filter({ hasText: 'break' });
    const breaking = async () => Number(/(\d+) of \d+ break/.exec(await answer.innerText())?.[1] ?? NaN);
    const atRest = await breaking();
    await fleet.slider.fill('100');
    await expect(answer).toContainText('At +100 % on every peak');
    const doubled = await breaking();
    expect(doubled).toBeGreaterThan(atRest);

    const order = fleet.growth.getByRole('list', { name: 'Services in the order in which they break' });
    const words = await order.getByRole('listitem').allInnerTexts();
    const rank = (text: string) => (/breaks already/.test(text) ? -Infinity : figureNumber(text.split('\n').at(-1) ?? ''));
    const ranks = words.map(rank);
    expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
    // The table follows: more of them are short now.
    await expect(page.getByRole('group', { name: 'Short at +100 %' })).toBeVisible();
    await page.getByRole('button', { name: 'Back to no growth' }).click();
    await expect.poll(breaking).toBe(atRest);
  });

  test('downloads what is listed as CSV', async ({ page, grafana }) => {
    const fleet = new FleetPage(page, grafana);
    await fleet.open('?tier=P1');
    const names = await fleet.names();
    const waiting = page.waitForEvent('download');
    await page.getByRole('button', { name: `Download ${names.length} rows as CSV` }).click();
    const download = await waiting;
    expect(download.suggestedFilename()).toMatch(/^headroom-fleet-\d{4}-\d{2}-\d{2}\.csv$/);
    const rows = readCsv(readFileSync(await download.path(), 'utf8'));
    expect(rows.map((row) => row.service)).toEqual(names);
    expect(new Set(rows.map((row) => row.tier))).toEqual(new Set(['P1']));
    for (const row of rows) {
      // Numbers are raw: no unit, no thousands separator; times are ISO.
      expect(row['ATH (req/s)'], row.service).toMatch(/^\d+(\.\d+)?(e[+-]\d+)?$/);
      expect(row['ATH at'], row.service).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    }
  });

  test('opens a service and comes back to the same view', async ({ page, grafana }) => {
    const fleet = new FleetPage(page, grafana);
    await fleet.open('?tier=P0');
    await fleet.row('checkout').getByRole('link').click();
    await expect(page).toHaveURL(/\/service\?key=/);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('shop/checkout');
    await page.goBack();
    await expect(fleet.toggle('P0')).toHaveAttribute('aria-pressed', 'true');
    await expect(fleet.row('checkout')).toBeVisible();
  });

  test('sums up what to do', async ({ page, grafana }) => {
    const fleet = new FleetPage(page, grafana);
    await fleet.open();
    const summary = page.getByRole('region', { name: 'Summary of the fleet' });
    const spare = (await fleet.column('Spare')).map(figureNumber).filter((n) => n < 0);
    const toAdd = figureNumber((await summary.getByRole('group', { name: 'Instances to add' }).innerText()).split('\n')[1] ?? '');
    expect(toAdd).toBe(-spare.reduce((sum, n) => sum + n, 0));
    await expect(summary.getByRole('group', { name: 'Services with a verdict' })).toContainText('1 stale');
  });
});
