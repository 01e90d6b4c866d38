import { expect, test } from '@playwright/test';
import { FleetPage } from './pages/FleetPage';
import { WARM_STATE } from './stack/WARM_STATE';

/** The first visit of a browser: nothing is in the ledger yet. What it read is handed to the other tests, as to a second visit. */
test('a first visit reads all history, and says how far it is', async ({ page, baseURL, context }) => {
  const fleet = new FleetPage(page, baseURL ?? '');
  await fleet.goto();
  await expect(fleet.progress.or(fleet.table).first()).toBeVisible();
  await fleet.complete();
  await expect(fleet.row('checkout').getByRole('button', { name: /^All-time high: \d/ })).toBeVisible();
  await context.storageState({ path: WARM_STATE, indexedDB: true });
});
