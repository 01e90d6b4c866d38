import { SOURCE_UID } from './fixtures/ProvisioningFolder';
import { expect, test } from './fixtures/test';
import { FleetPage } from './pages/FleetPage';
import { damageLedger } from './fixtures/damageLedger';

const SETTINGS = { schema: 1, sources: [{ uid: SOURCE_UID }], historyDays: 30 };

test.describe('the ledger of this browser', () => {
  test('draws a second visit before any history was asked for', { tag: '@stand-in' }, async ({ page, startHost, faulty }) => {
    const host = await startHost({ jsonData: SETTINGS, prometheusUrl: faulty.url });
    const fleet = new FleetPage(page, host);
    await fleet.open();
    const high = await fleet.row('checkout').getByRole('button', { name: /^All-time high:/ }).innerText();
    faulty.misbehave('stalled', ({ path }) => path.endsWith('/query_range'));
    await page.reload();
    await expect(fleet.row('checkout').getByRole('button', { name: /^All-time high: \d/ })).toHaveText(high);
  });

  test('draws the fleet while the data source is down as the page opens, and says so', { tag: '@stand-in' }, async ({ page, startHost, faulty }) => {
    const host = await startHost({ jsonData: SETTINGS, prometheusUrl: faulty.url });
    const fleet = new FleetPage(page, host);
    await fleet.open();
    const names = await fleet.names();
    const high = await fleet.row('checkout').getByRole('button', { name: /^All-time high:/ }).innerText();
    faulty.misbehave('down');
    await page.reload();
    await expect(fleet.notices).toContainText('Prometheus gives no answer');
    await expect(fleet.notices).toContainText('what this browser kept from an earlier visit');
    await expect(fleet.row('checkout').getByRole('button', { name: /^All-time high: \d/ })).toContainText(high.replace(/[ *…]+$/, ''));
    expect((await fleet.names()).sort()).toEqual([...names].sort());
    faulty.heal();
    await fleet.refresh();
    await fleet.complete();
    await expect(fleet.notices).toBeHidden();
    await expect(fleet.row('checkout').getByRole('button', { name: /^Demand now: \d/ })).toBeVisible();
  });

  test('is rebuilt when it is damaged', { tag: '@stand-in' }, async ({ page, startHost }) => {
    const host = await startHost({ jsonData: SETTINGS });
    const fleet = new FleetPage(page, host);
    await fleet.open();
    const high = await fleet.row('checkout').getByRole('button', { name: /^All-time high:/ }).innerText();
    expect(await page.evaluate(damageLedger)).toBeGreaterThan(0);
    await page.reload();
    await fleet.complete();
    await expect(fleet.row('checkout').getByRole('button', { name: /^All-time high:/ })).toHaveText(high);
    await expect(fleet.notices).toBeHidden();
  });

  for (const [what, script] of [
    ['not there', () => Object.defineProperty(window, 'indexedDB', { value: undefined })],
    [
      'refused by the browser',
      () => {
        IDBFactory.prototype.open = () => {
          throw new DOMException('A mutation operation was attempted on a database that did not allow mutations.', 'InvalidStateError');
        };
      },
    ],
  ] as const) {
    test(`works where IndexedDB is ${what}, and says that it will be slower`, async ({ page, grafana }) => {
      await page.addInitScript(script);
      const fleet = new FleetPage(page, grafana);
      await fleet.open();
      await expect(fleet.row('checkout').getByRole('button', { name: /^All-time high: \d/ })).toBeVisible();
      await expect(fleet.notices).toContainText(/slower|read again|memory/i);
    });
  }
});
