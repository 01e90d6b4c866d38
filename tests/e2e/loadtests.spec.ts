import { signIn } from './fixtures/signIn';
import { expect, test } from './fixtures/test';
import { LoadTestsPage } from './pages/LoadTestsPage';

/** How a simulated run may end: chance and the pace of the machine decide how far it gets in its time. */
const FINISHED = /^(Limit found|Carried the plan|Stopped by a guard|Inconclusive)\S*\S/;

test.describe('a load test is planned', () => {
  test('from a service to an instance of its pool, with a plan proposed', async ({ page, grafana }) => {
    const loadTests = new LoadTestsPage(page, grafana);
    await loadTests.openPlan('shop', 'cart');
    const instance = await loadTests.propose('cart');
    expect(instance).toMatch(/^cart-.+-\d$/);
    await expect(page.getByRole('radio', { name: 'Find the limit' })).toBeChecked();
    await expect(page.getByRole('radio', { name: 'Search' })).toBeChecked();
    await expect(loadTests.number('Greatest share')).toHaveValue(/^\d+(\.\d+)?$/);
    await expect(loadTests.button('Start…')).toBeEnabled();
  });

  test('with nonsense named at its field, and nothing to start then', async ({ page, grafana }) => {
    const loadTests = new LoadTestsPage(page, grafana);
    await loadTests.openPlan('shop', 'cart');
    await loadTests.propose('cart');
    const share = loadTests.number('Greatest share');
    const before = await share.inputValue();
    await share.fill('250');
    await expect(share).toHaveAttribute('aria-invalid', 'true');
    await share.blur();
    // What is no share is not taken.
    await expect(share).toHaveValue(before);
    await loadTests.number('Name of the plan').fill('');
    await loadTests.number('Name of the plan').blur();
    await expect(page.getByRole('alert', { name: /^The plan does not fit together: / })).toBeVisible();
    for (const name of ['Try on a simulated target', 'Preflight', 'Rehearse the way back', 'Start…']) {
      await expect(loadTests.button(name), name).toBeDisabled();
    }
  });

  test('of a service the router does not know: says what to do', async ({ page, grafana }) => {
    const loadTests = new LoadTestsPage(page, grafana);
    await loadTests.goto(`?plan=${encodeURIComponent('["prometheus","prometheus-http","media","mailer"]')}`);
    await expect(page.getByRole('status', { name: 'The routing endpoint has no pool for this service' })).toContainText('beside the router');
    await expect(loadTests.box('Instance')).toBeDisabled();
  });

  test('and tried on a simulated target to its end, without any traffic moved', async ({ page, grafana }) => {
    test.setTimeout(300_000);
    const writes: string[] = [];
    page.on('request', (request) => {
      if (request.method() !== 'GET' && /\/api\/(plugin-proxy|annotations)/.test(request.url())) {
        writes.push(`${request.method()} ${request.url()}`);
      }
    });
    const loadTests = new LoadTestsPage(page, grafana);
    await loadTests.openPlan('shop', 'cart');
    await loadTests.propose('cart');
    await loadTests.simulateToEnd(8);
    const trial = loadTests.section('On a simulated target');
    await expect(trial.getByText('Simulated: no traffic is moved')).toBeVisible();
    await expect(trial.getByRole('heading', { name: /^(Limit found|Carried the plan|Stopped by a guard|Inconclusive)$/ })).toBeVisible();
    await expect(trial.getByRole('alert').or(trial.getByRole('status')).filter({ hasText: FINISHED })).toHaveCount(1);
    // It got somewhere: steps were taken, and demand was put on the target.
    expect(await trial.getByRole('region', { name: 'Steps' }).getByRole('row').count()).toBeGreaterThan(2);
    await expect(trial.getByRole('region', { name: 'What happened' })).toContainText('% of traffic');
    await expect(trial.getByRole('button', { name: 'Stop and give the traffic back' })).toHaveCount(0);
    expect(writes).toEqual([]);
  });

  test('and looked at before any traffic is moved: each check with its evidence', async ({ page, grafana }) => {
    const loadTests = new LoadTestsPage(page, grafana);
    await loadTests.openPlan('shop', 'cart');
    const instance = await loadTests.propose('cart');
    await loadTests.button('Preflight').click();
    const preflight = loadTests.section('Preflight');
    const checks = preflight.getByRole('listitem');
    await expect(checks.first()).toBeVisible({ timeout: 60_000 });
    const texts = await checks.allInnerTexts();
    expect(texts.length).toBeGreaterThanOrEqual(10);
    for (const text of texts) {
      expect(text).toMatch(/^(Passes|Mind|Refuses): \S.*\n+\S.{8,}/);
    }
    await expect(checks.filter({ hasText: 'Passes: Routing endpoint' })).toContainText(/headroom-keeper .* answers; pool of 5 members, target has \d+(\.\d+)? % of the traffic/);
    await expect(checks.filter({ hasText: 'Passes: Target in the metrics' })).toContainText(`${instance} is one instance in the metrics.`);
    await expect(checks.filter({ hasText: 'Passes: Way back if everything dies' })).toHaveCount(1);
    // It is of this plan alone.
    await loadTests.number('Longest run').fill('33');
    await expect(preflight).toHaveCount(0);
  });

  test('by a Viewer: may look and try, not rehearse, start or save', async ({ page, grafana }) => {
    await signIn(page, grafana, 'viewer');
    const loadTests = new LoadTestsPage(page, grafana);
    await loadTests.openPlan('shop', 'cart');
    await expect(page.getByText('Rehearsing and running a load test need the Editor role')).toBeVisible();
    await loadTests.propose('cart');
    for (const name of ['Rehearse the way back', 'Start…', 'Save the plan']) {
      await expect(loadTests.button(name), name).toBeDisabled();
    }
    await expect(loadTests.button('Try on a simulated target')).toBeEnabled();
    await loadTests.button('Preflight').click();
    await expect(loadTests.section('Preflight').getByRole('listitem').filter({ hasText: 'Refuses: Permission' })).toContainText('an Editor may', { timeout: 60_000 });
  });
});
