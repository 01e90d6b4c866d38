import { expect, test } from './fixtures/test';
import { ReportPage } from './pages/ReportPage';

test.describe('the weekly report', () => {
  test('keeps whose it is in the address', async ({ page, grafana }) => {
    const report = new ReportPage(page, grafana);
    await report.open();
    const all = await report.services();
    expect(all).toEqual(expect.arrayContaining(['payments/payment', 'shop/pricing']));
    await expect(report.head).toHaveText(/^All owners, /);

    await report.owner.click();
    await page.getByRole('option', { name: 'payments', exact: true }).click();
    await expect(page).toHaveURL(/[?&]owner=payments(&|$)/);
    await expect(report.head).toHaveText(/^payments, /);
    expect((await report.services()).filter((name) => !name.startsWith('payments/'))).toEqual([]);
    await expect(report.section(/^Owners/)).toHaveCount(0);

    await page.reload();
    await report.complete();
    await expect(report.owner).toHaveValue('payments');
    expect(await report.services()).toContain('payments/payment');
    await page.goBack();
    await expect(report.head).toHaveText(/^All owners, /);
  });

  test('leads from an owner to that owner, and on to a service', async ({ page, grafana }) => {
    const report = new ReportPage(page, grafana);
    await report.open();
    await report.section(/^Owners/).getByRole('link', { name: 'logistics', exact: true }).click();
    await expect(report.head).toHaveText(/^logistics, /);
    await report.complete();
    const [first = ''] = await report.services();
    expect(first).toMatch(/^fulfilment\//);
    await page.getByRole('region').getByRole('link', { name: first, exact: true }).first().click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(first);
  });

  test('says so of an owner who has nothing', async ({ page, grafana }) => {
    const report = new ReportPage(page, grafana);
    await report.open('?owner=nobody-of-this-name');
    await expect(report.head).toHaveText(/^nobody-of-this-name, /);
    await expect(report.section(/^Next actions/)).toContainText('There are no services.');
    expect(await report.services()).toEqual([]);
  });

  test('is copied as Markdown that says the same', async ({ page, grafana, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const report = new ReportPage(page, grafana);
    await report.open('?owner=payments');
    const services = await report.services();
    await report.copy.click();
    await expect(page.getByText('Copied')).toBeVisible();
    const text = await page.evaluate(() => navigator.clipboard.readText());
    expect(text).toMatch(/^# Weekly capacity report: payments\n/);
    expect(text.match(/^## .*/gm)).toHaveLength(6);
    const linked = [...text.matchAll(/^- P[0-2] \[([^\]]+)\]\(([^)]+)\)/gm)];
    expect([...new Set(linked.map(([, name = '']) => name))]).toEqual(services);
    // Links work where the text is pasted: they name this Grafana.
    expect(linked.map(([, , address = '']) => new URL(address).pathname)).toEqual(linked.map(() => new URL(`${grafana}/a/headroom-capacity-app/service`).pathname));
    expect(text).toContain('/a/headroom-capacity-app/report?owner=payments)');
  });

  test('prints without the page around it', async ({ page, grafana }) => {
    const report = new ReportPage(page, grafana);
    await report.open();
    await page.emulateMedia({ media: 'print' });
    await expect(report.head).toBeVisible();
    await expect(report.copy).toBeHidden();
    await expect(report.owner).toBeHidden();
    expect(await page.locator('nav:visible').count()).toBe(0);
  });
});
