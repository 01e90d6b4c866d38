import path from 'node:path';
import { expect, type Browser, type Page } from '@playwright/test';
import { DemoPaths } from '../../demo/demoPaths';
import { RUN_TAG } from '../../src/domain/records/runRecord';
import { DemoRouting } from '../support/DemoRouting';
import { killFamily } from '../support/killFamily';
import { signIn } from './fixtures/signIn';
import { test } from './fixtures/test';
import { LoadTestsPage } from './pages/LoadTestsPage';
import { stackAddress } from './stack/StackAddress';

/** Of the plan, seconds; what the form proposes for a scrape of five. */
const TTL_MS = 20_000;
/** The promise that the page makes: the lease, a second, and the propagation the demo's keeper declares. */
const PROMISE_MS = TTL_MS + 1_000 + 1_000;
/** By the stop and not by the lease, which would take longer. */
const STOPPED_MS = 15_000;
/** What a starved machine may add before this test calls it broken; how well the promise is kept is for `npm run bench:deaths`. */
const SLACK_MS = 20_000;
/** Preflight, the rehearsal of the first run (its lease has to lapse), and the first raise. */
const RAISED_IN = 200_000;
const POLL = { intervals: [250] };

/** The demo lies beside the build that is tested; null against a real Grafana, where nothing of this may be broken. */
function besideTheApp(): DemoRouting | null {
  const stack = stackAddress();
  return stack ? new DemoRouting(new DemoPaths(path.resolve(__dirname, '../..'), path.join(path.dirname(stack.distDir), 'demo'))) : null;
}

function theRouting(): DemoRouting {
  const routing = besideTheApp();
  if (!routing) {
    throw new Error('a test that breaks the keeper must be tagged @stand-in');
  }
  return routing;
}

interface Begun {
  readonly loadTests: LoadTestsPage;
  readonly run: string;
  readonly target: string;
}

/** Plans fixed steps in this page and starts them. */
async function begin(page: Page, grafana: string, scope: string, service: string): Promise<Begun> {
  const loadTests = new LoadTestsPage(page, grafana);
  await loadTests.openPlan(scope, service);
  const target = await loadTests.propose(service);
  await loadTests.chooseSteps([30, 35]);
  const run = await loadTests.start();
  return { loadTests, run, target };
}

/** Waits until the contract reports the run's own override, not that of its rehearsal, and HAProxy the weight of its target. */
async function raised(routing: DemoRouting, pool: string, { run, target }: Begun): Promise<void> {
  await expect.poll(async () => (await routing.pool(pool))?.override?.runId, { ...POLL, timeout: RAISED_IN }).toBe(run);
  await expect.poll(() => routing.moved(pool), POLL).toEqual([target]);
}

const atBaseline = async (routing: DemoRouting, pool: string, within: number): Promise<void> =>
  expect.poll(() => routing.moved(pool), { ...POLL, timeout: within }).toEqual([]);

/** Another person in a browser session of their own. */
async function person(browser: Browser, grafana: string, who: 'viewer' | 'editor'): Promise<LoadTestsPage> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await signIn(page, grafana, who);
  return new LoadTestsPage(page, grafana);
}

test.describe('a load test of live traffic', { tag: '@stand-in' }, () => {
  // One after the other: two of them end what others hold in the same keeper or HAProxy. The rehearsal of the first stands for all.
  test.describe.configure({ mode: 'default', timeout: 260_000 });

  test.afterEach(async () => {
    const routing = besideTheApp();
    await Promise.all(routing === null ? [] : ['cart', 'images', 'checkout', 'search'].map((pool) => routing.router.stop(pool, null)));
  });

  test.afterAll(async ({ browser }, info) => {
    if (!stackAddress()) {
      return;
    }
    // The record is left as it was found.
    const list = `${info.project.use.baseURL?.replace(/\/$/, '')}/api/annotations`;
    const { request } = await browser.newContext();
    const records: Array<{ readonly id: number }> = await (await request.get(`${list}?tags=${RUN_TAG}&limit=1000`)).json();
    for (const { id } of records) {
      await request.delete(`${list}/${id}`);
    }
  });

  test('moves the share that was planned, and Stop gives everything back', async ({ page, grafana }) => {
    const routing = theRouting();
    const begun = await begin(page, grafana, 'shop', 'cart');
    const { loadTests, run } = begun;
    await raised(routing, 'cart', begun);

    await expect(loadTests.headline).toHaveText(/^Step 1: watching 30\.0 % of traffic/, { timeout: 60_000 });
    await expect(loadTests.figure('Share, measured')).toContainText(/measured(29|30|31)(\.\d+)?\s%/);

    await loadTests.stopButton.click();
    await atBaseline(routing, 'cart', STOPPED_MS);
    const pool = await routing.pool('cart');
    expect(pool).toMatchObject({ override: null, lastEnd: { runId: run, cause: 'stopped' } });
    expect(pool?.effective.shares).toEqual(Object.fromEntries(pool?.members.map(({ id }) => [id, 2_000]) ?? []));
    await expect(loadTests.headline).toHaveText('Stopped by an operator', { timeout: 60_000 });
    await expect(page.getByText('Stopped by admin.').first()).toBeVisible();

    await page.getByRole('link', { name: 'Report', exact: true }).click();
    await expect(loadTests.title).toHaveText('Report');
    await expect(page.getByText(begun.target).first()).toBeVisible();
  });

  test('a browser that is killed: the lease gives everything back, and the next visitor sees what was left', async ({ page, grafana, playwright }, info) => {
    const routing = theRouting();
    const next = new LoadTestsPage(page, grafana);
    const { launchOptions, storageState, viewport } = info.project.use;
    const server = await playwright.chromium.launchServer(launchOptions);
    try {
      const doomed = await playwright.chromium.connect(server.wsEndpoint());
      const context = await doomed.newContext({ storageState, viewport });
      const begun = await begin(await context.newPage(), grafana, 'media', 'images');
      await raised(routing, 'images', begun);
      await next.open();
      const line = next.movedBySomebody('media/images');
      await expect(line).toContainText('Its lease is alive.');
      await expect(line.getByRole('button', { name: 'Roll back now' })).toBeEnabled();

      killFamily(server.process());
      const died = Date.now();
      await atBaseline(routing, 'images', PROMISE_MS + SLACK_MS);
      info.annotations.push({ type: 'killed browser to baseline', description: `${Date.now() - died} ms` });
      expect(await routing.pool('images')).toMatchObject({ override: null, lastEnd: { runId: begun.run, cause: 'expired' } });

      await expect(line).toContainText('Its lease has ended; the record was never closed.');
      await line.getByRole('button', { name: 'Close the record' }).click();
      await expect(line).toBeHidden();
      await next.watch(begun.run);
      await expect(next.headline).toHaveText('Closed by admin: its driver had gone, the traffic is back');
    } finally {
      await server.kill();
    }
  });

  test('a keeper that is killed: HAProxy gives everything back by itself, and the run ends and says so', async ({ page, grafana }, info) => {
    const routing = theRouting();
    const begun = await begin(page, grafana, 'shop', 'checkout');
    await raised(routing, 'checkout', begun);

    process.kill(routing.pid('keeper'), 'SIGKILL');
    const died = Date.now();
    await atBaseline(routing, 'checkout', PROMISE_MS + SLACK_MS);
    info.annotations.push({ type: 'killed keeper to baseline', description: `${Date.now() - died} ms` });
    // Nobody has started it again yet: HAProxy did it alone.
    expect(await routing.pool('checkout')).toBeNull();

    await expect(page.getByRole('alert', { name: 'Lost control' })).toBeVisible({ timeout: 60_000 });
    await expect(page.getByRole('alert', { name: 'Lost control' })).toContainText(/the routing endpoint could not be read for 20 s|the keeper was restarted|the lease ended/);
    expect(await routing.moved('checkout')).toEqual([]);
  });

  test('HAProxy that is reloaded: the lease is lost, never taken up again, and the run ends', async ({ page, grafana }, info) => {
    const routing = theRouting();
    const begun = await begin(page, grafana, 'shop', 'search');
    await raised(routing, 'search', begun);

    process.kill(routing.pid('haproxy'), 'SIGUSR2');
    const died = Date.now();
    await atBaseline(routing, 'search', PROMISE_MS + SLACK_MS);
    info.annotations.push({ type: 'reloaded HAProxy to baseline', description: `${Date.now() - died} ms` });
    await expect.poll(async () => (await routing.pool('search'))?.lastEnd, POLL).toMatchObject({ runId: begun.run, cause: 'lost' });

    const lost = page.getByRole('alert', { name: 'Lost control' });
    await expect(lost).toContainText('the router was restarted or reloaded and no longer has the override', { timeout: 60_000 });
    expect(await routing.pool('search')).toMatchObject({ override: null, lastEnd: { runId: begun.run, cause: 'lost' } });
    expect(await routing.moved('search')).toEqual([]);
  });

  test('others see the run: a Viewer may only look, an Editor may stop it', async ({ page, grafana, browser }) => {
    const routing = theRouting();
    const begun = await begin(page, grafana, 'media', 'images');
    const [viewer, editor] = await Promise.all([person(browser, grafana, 'viewer'), person(browser, grafana, 'editor')]);
    await raised(routing, 'images', begun);

    await viewer.open();
    const line = viewer.movedBySomebody('media/images');
    await expect(line).toContainText(`${begun.target} of media/images, started by admin.`);
    await expect(line.getByRole('button')).toHaveCount(0);
    await viewer.watch(begun.run);
    await expect(viewer.headline).toHaveText('Driven from another page: traffic is being moved');
    await expect(viewer.stopButton).toHaveCount(0);
    const refused = await viewer.page.request.delete(`${grafana}/api/plugin-proxy/headroom-capacity-app/v1/override?pool=images`);
    expect(refused.status()).toBe(403);
    expect(await routing.moved('images')).toEqual([begun.target]);

    await editor.watch(begun.run);
    await expect(editor.page.getByText('You watch; somebody else drives')).toBeVisible();
    await editor.stopButton.click();
    await atBaseline(routing, 'images', STOPPED_MS);
    expect(await routing.pool('images')).toMatchObject({ override: null, lastEnd: { runId: begun.run, cause: 'stopped' } });
    await expect(begun.loadTests.headline).toHaveText('Stopped by an operator', { timeout: 60_000 });
    await expect(page.getByText('Stopped by editor at the routing endpoint.').first()).toBeVisible();
    await expect(editor.page.getByText('Finished').first()).toBeVisible();
    await expect(editor.stopButton).toHaveCount(0);
  });
});
