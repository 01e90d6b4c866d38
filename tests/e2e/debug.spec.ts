import { SOURCE_UID } from './fixtures/ProvisioningFolder';
import { test, expect } from './fixtures/test';
import { FleetPage } from './pages/FleetPage';
test('debug', async ({ page, startHost, faulty }) => {
  test.setTimeout(300_000);
  const host = await startHost({ jsonData: { schema: 1, sources: [{ uid: SOURCE_UID }] }, prometheusUrl: faulty.url });
  faulty.misbehave('stalled', ({ path }) => path.endsWith('/query_range'));
  const fleet = new FleetPage(page, host);
  await fleet.goto();
  for (let i = 0; i < 20; i++) {
    await page.waitForTimeout(10_000);
    console.log(i, faulty.spoiled, await fleet.progress.getAttribute('aria-valuetext').catch(() => 'none'), (await fleet.notices.allInnerTexts()).join('|').slice(0, 300));
  }
});
