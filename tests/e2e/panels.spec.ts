import { acquireRequest } from '../../keeper/calls/requests';
import { APP_ID } from '../../src/adapters/grafana/APP_ID';
import { DATA_SOURCE_ID, DATA_SOURCE_UID } from '../../src/adapters/grafana/DATA_SOURCE_ID';
import { CONTRACT_POOL, KeeperProcess } from '../contract/KeeperProcess';
import { memorySubject } from '../contract/memorySubject';
import { browserErrors } from './fixtures/browserErrors';
import { SOURCE_UID } from './fixtures/ProvisioningFolder';
import { seedLoadTest } from './fixtures/seedLoadTest';
import { expect, test } from './fixtures/test';
import { PanelsPage } from './pages/PanelsPage';

const SEARCH = JSON.stringify([SOURCE_UID, 'prometheus-http', 'shop', 'search']);
// Few days, so that a browser that was never here has read them in a moment.
const SETTINGS = { schema: 1, sources: [{ uid: SOURCE_UID }], historyDays: 3 };
const HEADROOM = [{ uid: DATA_SOURCE_UID, name: 'Headroom', type: DATA_SOURCE_ID }];
const HOUR = 3_600_000;

test.describe('the nested plugins', { tag: ['@both', '@stand-in'] }, () => {
  test('draw the fleet, a benchmark curve, load tests and the tile of one, all out of the same build', async ({ page, startHost }) => {
    const host = await startHost({ jsonData: SETTINGS, moreSources: HEADROOM });
    const now = Date.now();
    await seedLoadTest(page, host, {
      service: SEARCH,
      run: 'run-found',
      pool: 'search',
      startedAt: now - 3 * HOUR,
      ended: { at: now - 2 * HOUR, outcome: { kind: 'limit-found', interval: { mean: 63, low: 61, high: 66 }, limitedBy: 'CPU' }, safeLimit: 61 },
    });
    await seedLoadTest(page, host, {
      service: SEARCH,
      run: 'run-stopped',
      pool: 'search',
      startedAt: now - HOUR,
      ended: { at: now - HOUR / 2, outcome: { kind: 'stopped-by-operator', by: 'bob' }, safeLimit: null },
    });
    const errors = browserErrors(page);
    const panels = new PanelsPage(page, host);
    await panels.open([
      { type: 'headroom-headroom-panel', title: 'Will it hold?', targets: [{ queryType: 'fleet' }], height: 800 },
      { type: 'headroom-benchmark-panel', title: 'What one instance carried', targets: [{ queryType: 'benchmark-history', services: ['shop/search'] }] },
      { type: 'headroom-loadtest-panel', title: 'Load test', options: { service: 'shop/search' } },
      { type: 'table', title: 'History', targets: [{ queryType: 'load-tests' }], width: 1500 },
    ]);

    // The exposed component of the app, drawn by the panel's own bundle.
    const tile = panels.panel('Load test');
    await expect(tile).toContainText(/Last load test of shop\/search, .*: Stopped by an operator/);
    await expect(tile.getByRole('link', { name: 'Plan a load test' })).toHaveAttribute('href', /\/loadtests\?plan=/);

    await panels.answered('Will it hold?');
    const fleet = panels.panel('Will it hold?');
    const search = fleet.getByRole('link', { name: /^shop\/search, P1: / });
    expect(await fleet.getByRole('listitem').count()).toBeGreaterThan(10);
    // Its limit is the one that was kept: with 61 a second an instance it is known what it carries.
    await expect(search).toHaveAccessibleName(/: holds, headroom \+\d+\s%, \+25\s% asked for, demand now [\d.]+ req\/s, .*capacity [\d.]+ req\/s\. Open in Headroom$/);
    await expect(fleet.getByText('required capacity')).toBeVisible();

    await panels.answered('What one instance carried');
    await expect(panels.panel('What one instance carried').getByRole('img', { name: /^shop\/search: 1 benchmarks, the newest from 61 req\/s/ })).toBeVisible();

    await panels.answered('History');
    const history = panels.panel('History');
    const rows = history.getByRole('row').filter({ hasText: 'shop/search' });
    await expect(rows).toHaveCount(2);
    await expect(rows.nth(0)).toContainText('Stopped by an operator');
    await expect(rows.nth(1)).toContainText('Limit found');
    await expect(rows.nth(1)).toContainText('61 req/s');
    await expect(rows.nth(1)).toContainText('40%');
    await expect(rows.nth(1).getByRole('link', { name: 'Limit found' })).toHaveAttribute('href', /\/a\/headroom-capacity-app\/loadtests\?report=run-found$/);
    expect(errors).toEqual([]);

    await search.click();
    await expect(page).toHaveURL(new RegExp(`/a/${APP_ID}/service\\?key=`));
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('shop/search');
  });

  test('say what a panel cannot draw, each by itself', async ({ page, startHost }) => {
    const host = await startHost({ jsonData: SETTINGS, moreSources: HEADROOM });
    const panels = new PanelsPage(page, host);
    await panels.open([
      { type: 'headroom-headroom-panel', title: 'Nothing asked' },
      { type: 'headroom-headroom-panel', title: 'Unknown service', targets: [{ queryType: 'fleet', services: ['never-was'] }] },
      { type: 'headroom-benchmark-panel', title: 'No benchmark', targets: [{ queryType: 'benchmark-history', services: ['shop/search'] }] },
      { type: 'headroom-loadtest-panel', title: 'No load test', options: { service: 'shop/search' } },
      { type: 'stat', title: 'Two refusals', targets: [{ queryType: 'fleet', format: 'table' }, { queryType: 'runway' }] },
    ]);
    await expect(panels.panel('Nothing asked').getByRole('status')).toBeVisible();
    await expect(panels.panel('No load test')).toContainText('No load test is on record for shop/search.');
    await expect(panels.panel('Unknown service')).toHaveAttribute('data-state', 'Error', { timeout: 60_000 });
    await panels.answered('No benchmark');
    await expect(panels.panel('No benchmark')).toContainText('No benchmark was found in this time range');
    // One target that is nonsense does not take the answer of the other away.
    await expect(panels.panel('Two refusals')).toHaveAttribute('data-state', 'Error');
    await expect(panels.panel('Two refusals')).toContainText(/\d/);
  });
});

test.describe('the command palette', { tag: ['@both', '@stand-in'] }, () => {
  test('stops a load test of somebody else: the endpoint has the baseline back', async ({ page, startHost }) => {
    const subject = await memorySubject('honest').start();
    const keeper = await KeeperProcess.create(subject);
    try {
      await keeper.start();
      const host = await startHost({ jsonData: SETTINGS });
      const { url, token } = keeper.client;
      const saved = await page.request.post(`${host}/api/plugins/${APP_ID}/settings`, {
        data: { enabled: true, jsonData: { ...SETTINGS, routingUrl: url }, secureJsonData: { routingToken: token } },
      });
      expect(saved.ok(), await saved.text()).toBe(true);
      await seedLoadTest(page, host, { service: SEARCH, run: 'run-of-ada', pool: CONTRACT_POOL, startedAt: Date.now() - 5_000, ended: null });
      const { body } = await keeper.client.get(`/v1/pool?id=${CONTRACT_POOL}`);
      const taken = await keeper.client.put(
        CONTRACT_POOL,
        acquireRequest({ shares: { a: 4000 }, ttlSeconds: 60, runId: 'run-of-ada', evidenceAgeMs: 100, ceilingBp: 5000 }),
        (body as { revision: number }).revision
      );
      expect([201, 202], JSON.stringify(taken.body)).toContain(taken.status);

      await page.goto(`${host}/explore`);
      await expect(page.getByRole('heading', { name: 'Explore' })).toBeVisible();
      await page.keyboard.press('Control+k');
      await page.getByRole('dialog').getByRole('button', { name: 'Headroom: stop every load test and give the traffic back' }).click();
      await expect(page.getByRole('region', { name: 'Notifications' })).toContainText('is being given back');
      await expect.poll(async () => (await keeper.client.get(`/v1/pool?id=${CONTRACT_POOL}`)).body).toMatchObject({ override: null, lastEnd: { runId: 'run-of-ada', cause: 'stopped' } });
      expect(await subject.weightOf('srv-a')).toBe(100);
    } finally {
      await keeper.remove();
      await subject.stop();
    }
  });
});
