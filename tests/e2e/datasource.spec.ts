import { DATA_SOURCE_ID, DATA_SOURCE_UID } from '../../src/adapters/grafana/DATA_SOURCE_ID';
import { appUrl } from './fixtures/appUrl';
import { SOURCE_UID } from './fixtures/ProvisioningFolder';
import { expect, test } from './fixtures/test';
import { queryInPage, servicesReady } from './pages/queryInPage';

test.describe('the Headroom data source', () => {
  test.beforeEach(async ({ page, grafana }) => {
    await page.goto(appUrl(grafana, 'configuration'));
    await servicesReady(page);
  });

  test('loads its engine from the files of the app and answers with the fleet', { tag: '@both' }, async ({ page }) => {
    const chunks: string[] = [];
    page.on('request', (request) => {
      if (/public\/plugins\/.*\.js/.test(request.url())) {
        chunks.push(new URL(request.url()).pathname);
      }
    });
    const { state, errors, frames } = await queryInPage(page, DATA_SOURCE_UID, { queryType: 'fleet' });
    expect([state, errors]).toEqual(['Done', []]);
    expect(frames[0]?.length).toBeGreaterThan(10);
    expect(frames[0]?.fields).toEqual(
      expect.arrayContaining(['service', 'tier', 'headroom', 'capacity', 'key', 'link'])
    );
    expect(chunks.filter((path) => path.includes(`/${DATA_SOURCE_ID}/`)).map((path) => path.split('/').at(-1))).toEqual(
      ['module.js']
    );
  });

  test('says the same as the fleet page: as many services', async ({ page, grafana }) => {
    // A query answers within ten seconds with what it knows: of a service that is silent only history tells.
    await expect(async () => {
      const { frames } = await queryInPage(page, DATA_SOURCE_UID, { queryType: 'headroom', format: 'table' });
      await page.goto(appUrl(grafana, 'fleet'));
      await expect(page.getByText(new RegExp(`\\b${frames[0]?.length ?? 'no'}\\b.*services`, 'i')).first()).toBeVisible({ timeout: 30_000 });
    }).toPass({ timeout: 100_000 });
  });

  test('answers with lines that end now', async ({ page }) => {
    const { state, frames } = await queryInPage(page, DATA_SOURCE_UID, { queryType: 'demand', tiers: ['P0'] });
    expect(state).toBe('Done');
    expect(frames.length).toBeGreaterThan(0);
    expect(frames.every((f) => f.fields.join() === 'Time,demand' && f.length > 1)).toBe(true);
  });

  test('names a service that is not there, and the way out', async ({ page }) => {
    const { state, errors } = await queryInPage(page, DATA_SOURCE_UID, {
      queryType: 'demand',
      services: ['no-such-service'],
    });
    expect(state).toBe('Error');
    expect(errors[0]).toMatch(/^Not among the services you may see: no-such-service\. Choose another one/);
  });

  test('names an unknown query type', async ({ page }) => {
    expect((await queryInPage(page, DATA_SOURCE_UID, { queryType: 'runway' })).errors[0]).toMatch(
      /Unknown query type "runway"/
    );
  });
});

test.describe('two Headroom data sources', { tag: '@stand-in' }, () => {
  test('read each its own Prometheus: one that is down leaves the other alone', async ({ page, startHost, faulty }) => {
    const headroom = (uid: string, prometheus: string) => ({ uid, name: uid, type: DATA_SOURCE_ID, jsonData: { prometheusUids: [prometheus] } });
    const host = await startHost({
      jsonData: { schema: 1, sources: [{ uid: SOURCE_UID }], historyDays: 3 },
      moreSources: [{ uid: 'other', name: 'Other', type: 'prometheus', url: faulty.url }, headroom('headroom-a', SOURCE_UID), headroom('headroom-b', 'other')],
    });
    faulty.misbehave('down');
    await page.goto(appUrl(host, 'configuration'));
    await servicesReady(page);
    const [own, other] = await Promise.all(['headroom-a', 'headroom-b'].map((uid) => queryInPage(page, uid, { queryType: 'fleet' })));
    expect([own?.state, own?.errors]).toEqual(['Done', []]);
    expect(own?.frames[0]?.length).toBeGreaterThan(10);
    expect(other?.state).toBe('Error');
    expect(other?.errors[0]).toMatch(/^Other |Other gives no answer/);
    expect(other?.frames.flatMap(({ fields }) => fields)).toEqual([]);
  });
});

test.describe('the Headroom data source in a real Grafana', { tag: '@grafana-only' }, () => {
  test('draws in Explore', async ({ page, grafana }) => {
    const datasource = { type: DATA_SOURCE_ID, uid: DATA_SOURCE_UID };
    const panes = {
      a: {
        datasource: DATA_SOURCE_UID,
        queries: [{ refId: 'A', datasource, queryType: 'headroom' }],
        range: { from: 'now-6h', to: 'now' },
      },
    };
    await page.goto(`${grafana}/explore?schemaVersion=1&orgId=1&panes=${encodeURIComponent(JSON.stringify(panes))}`);
    await expect(page.getByText(/headroom$/).first()).toBeVisible({ timeout: 60_000 });
  });

  test('says in words that it works', async ({ page, grafana }) => {
    await page.goto(`${grafana}/connections/datasources/edit/${DATA_SOURCE_UID}`);
    await page.getByRole('button', { name: /test$/i }).click();
    await expect(page.getByText(/The Headroom app is enabled and .* answers: \d+ services/).first()).toBeVisible({
      timeout: 60_000,
    });
  });
});
