import { dirname, join, resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { DemoPaths } from '../../demo/demoPaths';
import { APP_ID } from '../../src/adapters/grafana/APP_ID';
import { DemoRouting } from '../support/DemoRouting';
import { appUrl } from './fixtures/appUrl';
import { type Persona, signIn } from './fixtures/signIn';
import { expect, test } from './fixtures/test';
import { ConfigurationPage } from './pages/ConfigurationPage';
import { stackAddress } from './stack/StackAddress';

test.describe('the routing endpoint', () => {
  test('says in words what the keeper of the demo promises', async ({ page, grafana }) => {
    const configuration = new ConfigurationPage(page, grafana);
    await configuration.goto('routing');
    const promises = page.getByRole('region', { name: 'What the endpoint promises' });
    await expect(promises).toContainText(/headroom-keeper \S+ with haproxy-lua, contract version 1\./);
    const items = promises.getByRole('listitem');
    await expect(items).toHaveCount(6);
    await expect(items.filter({ hasText: 'the router itself holds the lease' })).toContainText(/^After the browser or the keeper dies, baseline is back within the life of the lease \(5 to 120 s\) \+ 1 s/);
    await expect(items.filter({ hasText: 'Weights are read back from the router' })).toHaveCount(1);
    await expect(items.filter({ hasText: 'Once a second the keeper compares the demand of the target with its ceiling' })).toHaveCount(1);
    await page.getByRole('button', { name: 'Look again' }).click();
    await expect(items).toHaveCount(6);
  });

  test('never shows its token, and asks for a reason to freeze', async ({ page, grafana }) => {
    const configuration = new ConfigurationPage(page, grafana);
    await configuration.goto('routing');
    await expect(page.getByRole('textbox', { name: /^Address/ })).toHaveValue(/^http:\/\/.+:\d+$/);
    const token = page.getByLabel(/^Token/);
    await expect(token).toBeDisabled();
    await expect(token).toHaveValue('configured');
    await expect(page.getByRole('button', { name: 'Freeze all load tests' })).toBeDisabled();
    await page.getByRole('textbox', { name: 'Reason of the freeze' }).fill('incident 7');
    await expect(page.getByRole('button', { name: 'Freeze all load tests' })).toBeEnabled();
  });

  for (const who of ['viewer', 'editor'] as const) {
    test(`is read-only for the ${who}`, async ({ page, grafana }) => {
      await signIn(page, grafana, who);
      const configuration = new ConfigurationPage(page, grafana);
      await configuration.goto('routing');
      await expect(page.getByText('Only an Admin may set the endpoint.')).toBeVisible();
      await expect(page.getByRole('textbox', { name: /^Address/ })).toBeDisabled();
      await expect(page.getByRole('button', { name: 'Save the endpoint' })).toHaveCount(0);
      await expect(page.getByRole('button', { name: 'Reset' })).toHaveCount(0);
      await expect(page.getByText('the router itself holds the lease')).toBeVisible();
      await expect(page.getByText('An Admin can freeze all load tests here.')).toBeVisible();
      await expect(page.getByRole('button', { name: 'Freeze all load tests' })).toHaveCount(0);
    });
  }

  test('that is not an address is named, and nothing is stored', { tag: '@stand-in' }, async ({ page, startHost }) => {
    const host = await startHost({ jsonData: { schema: 1 } });
    const configuration = new ConfigurationPage(page, host);
    await configuration.goto('routing');
    await expect(page.getByText(/^Nothing is configured: /)).toBeVisible();
    const address = page.getByRole('textbox', { name: /^Address/ });
    await address.fill('keeper');
    await page.getByRole('button', { name: 'Save the endpoint' }).click();
    await expect(page.getByRole('alert', { name: 'Not saved' })).toContainText('keeper');
    await expect(address).toHaveValue('keeper');
    const stored = await (await page.request.get(`${host}/api/plugins/${APP_ID}/settings`)).json();
    expect(stored.jsonData).toEqual({ schema: 1 });
  });

  test('nobody listens at is named as such, and no load test is offered pools', { tag: '@stand-in' }, async ({ page, startHost }) => {
    const host = await startHost({ jsonData: { schema: 1, sources: [{ uid: 'prometheus' }], routingUrl: 'http://127.0.0.1:9' } });
    await new ConfigurationPage(page, host).goto('routing');
    await expect(page.getByRole('alert', { name: 'The endpoint did not answer as it should' })).toContainText('could not be reached');
    await page.goto(appUrl(host, `loadtests?plan=${encodeURIComponent('["prometheus","prometheus-http","shop","cart"]')}`));
    await expect(page.getByRole('alert', { name: 'The routing endpoint gave no pools' })).toContainText('could not be reached');
    await page.getByRole('link', { name: 'Look at its configuration' }).click();
    await expect(page.getByRole('tab', { name: 'Load tests', selected: true })).toBeVisible();
  });
});

/** What a role may send to the keeper past the pages. A call that gets through is one the keeper refuses: nothing is moved. */
const CALLS: ReadonlyArray<readonly [who: Persona, method: string, path: string, status: number]> = [
  ['viewer', 'GET', 'v1/capabilities', 200],
  ['viewer', 'GET', 'v1/pools', 200],
  ['viewer', 'GET', 'v1/pool?id=cart', 200],
  ['viewer', 'PUT', 'v1/override?pool=cart', 403],
  ['viewer', 'DELETE', 'v1/override?pool=cart', 403],
  ['viewer', 'POST', 'v1/override/renew?pool=cart', 403],
  ['viewer', 'DELETE', 'v1/override/diverged?pool=cart', 403],
  ['viewer', 'POST', 'v1/freeze', 403],
  ['viewer', 'DELETE', 'v1/freeze', 403],
  ['editor', 'GET', 'v1/capabilities', 200],
  ['editor', 'PUT', 'v1/override?pool=no-such-pool', 400],
  ['editor', 'DELETE', 'v1/override/diverged?pool=cart', 403],
  ['editor', 'POST', 'v1/freeze', 403],
  ['editor', 'DELETE', 'v1/freeze', 403],
  ['admin', 'POST', 'v1/freeze', 400],
  ['admin', 'PATCH', 'v1/override?pool=cart', 404],
  ['admin', 'GET', 'v1/nothing', 404],
  ['admin', 'GET', 'v1/../metrics', 404],
];

test.describe('the proxy to the keeper', () => {
  for (const who of ['viewer', 'editor', 'admin'] as const) {
    test(`lets the ${who} do what the role allows, whatever the pages offer`, async ({ page, grafana }) => {
      await signIn(page, grafana, who);
      await page.goto(appUrl(grafana, 'report'));
      const calls = CALLS.filter(([role]) => role === who);
      const answers = await askInPage(page, `${new URL(grafana).pathname.replace(/\/$/, '')}/api/plugin-proxy/${APP_ID}/`, calls.map(([, method, path]) => ({ method, path })));
      expect(answers.map(({ status }, i) => [calls[i]?.[1], calls[i]?.[2], status])).toEqual(calls.map(([, method, path, status]) => [method, path, status]));
    });
  }

  test('leaves the pool as it was when a call is refused', async ({ page, grafana }) => {
    await signIn(page, grafana, 'viewer');
    await page.goto(appUrl(grafana, 'report'));
    const base = `${new URL(grafana).pathname.replace(/\/$/, '')}/api/plugin-proxy/${APP_ID}/`;
    const read = { method: 'GET', path: 'v1/pool?id=cart' };
    const [before, , after] = await askInPage(page, base, [read, { method: 'PUT', path: 'v1/override?pool=cart' }, read]);
    const revision = (text = '') => (JSON.parse(text) as { revision: number; override: unknown }).revision;
    expect(revision(after?.text)).toBe(revision(before?.text));
  });

  for (const who of ['viewer', 'editor', 'admin'] as const) {
    test(`tells the ${who} that there is a token, and has no field for it`, async ({ page, grafana }) => {
      await signIn(page, grafana, who);
      const settings = await page.request.get(`${grafana}/api/plugins/${APP_ID}/settings`);
      const text = await settings.text();
      expect(JSON.parse(text)).toMatchObject({ secureJsonFields: { routingToken: true } });
      expect(text).not.toContain('secureJsonData"');
    });

    test(`hides the token itself from the ${who}`, { tag: '@stand-in' }, async ({ page, grafana }) => {
      const token = keeperToken();
      expect(token.length, 'the keeper takes none that is shorter').toBeGreaterThanOrEqual(16);
      await signIn(page, grafana, who);
      await new ConfigurationPage(page, grafana).goto('routing');
      // The keeper has answered through the proxy, which put the token in.
      await expect(page.getByText('the router itself holds the lease')).toBeVisible();
      expect(await page.content()).not.toContain(token);
      for (const address of ANSWERS) {
        const answer = await page.request.get(`${grafana}/${address}`);
        expect(answer.status(), address).toBe(200);
        expect(await answer.text(), address).not.toContain(token);
      }
    });
  }
});

/** Where the token could stand, were it handed on: the page with its boot data, the settings, what the keeper says. */
const ANSWERS: readonly string[] = [
  `a/${APP_ID}/configuration?tab=routing`,
  'api/frontend/settings',
  'api/plugins',
  `api/plugins/${APP_ID}/settings`,
  ...['v1/capabilities', 'v1/pools', 'v1/pool?id=cart', 'v1/events'].map((call) => `api/plugin-proxy/${APP_ID}/${call}`),
];

/** The demo lies beside the build that is tested. */
function keeperToken(): string {
  const stack = stackAddress();
  if (!stack) {
    throw new Error('a test that must know the token must be tagged @stand-in');
  }
  return new DemoRouting(new DemoPaths(resolve(__dirname, '../..'), join(dirname(stack.distDir), 'demo'))).token;
}

interface Call {
  readonly method: string;
  readonly path: string;
}

/** Sends calls one after the other from within a page, as somebody with the browser's tools would. */
function askInPage(page: Page, base: string, calls: readonly Call[]): Promise<ReadonlyArray<{ readonly status: number; readonly text: string }>> {
  return page.evaluate(
    async ({ root, asked }) => {
      const answers: Array<{ status: number; text: string }> = [];
      for (const { method, path } of asked) {
        const body = method === 'GET' ? undefined : '{}';
        const answer = await fetch(`${root}${path}`, { method, body, headers: { 'Content-Type': 'application/json', 'If-Match': '"1"', 'Idempotency-Key': 'e2e' } });
        answers.push({ status: answer.status, text: await answer.text() });
      }
      return answers;
    },
    { root: base, asked: calls }
  );
}
