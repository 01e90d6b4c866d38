import { figureNumber } from './fixtures/figureNumber';
import { expect, test } from './fixtures/test';
import { ServicePage } from './pages/ServicePage';

const SEARCH = ['prometheus-http', 'shop', 'search'] as const;

test.describe('the page of a service', () => {
  test('says at its head whether it holds, and by how much', async ({ page, grafana }) => {
    const service = new ServicePage(page, grafana);
    await service.open(...SEARCH);
    await expect(service.tile('Headroom')).toContainText('P1 asks for +25 %');
    for (const label of ['Spare instances', 'Event margin', 'Free share', 'Capacity']) {
      await expect(service.tile(label), label).toContainText(/\d/);
    }
    await expect(service.tile(/^Growth after losing/)).toContainText('%');
  });

  test('draws demand against capacity and says it in words', async ({ page, grafana }) => {
    const service = new ServicePage(page, grafana);
    await service.open(...SEARCH);
    const section = service.section('Demand against capacity');
    await expect(section).toContainText(/Demand peaked at [\d.]+ req\/s on \d{4}-\d\d-\d\d \d\d:\d\d; capacity reached/);
    await expect(section).toContainText('lies outside this range');
  });

  test('lists peaks of every span with time, window and coverage', async ({ page, grafana }) => {
    const service = new ServicePage(page, grafana);
    await service.open(...SEARCH);
    const peaks = service.section('Peaks').getByRole('table', { name: 'Peaks' });
    const value = async (name: RegExp) => figureNumber(await peaks.getByRole('row', { name }).getByRole('cell').first().innerText());
    const [minute, hour, day, ath] = [
      await value(/^Minute of the ATH/),
      await value(/^Hour/),
      await value(/^Day/),
      await value(/^All-time high/),
    ];
    expect(minute).toBeGreaterThanOrEqual(ath);
    expect(ath).toBeGreaterThanOrEqual(hour);
    expect(ath).toBeGreaterThanOrEqual(day);
    await expect(peaks.getByRole('row', { name: /^All-time high/ })).toContainText(/\d{4}-\d\d-\d\d \d\d:\d\d\s*5 min/);
    await expect(service.section('Peaks').getByRole('table', { name: /hour of the week/ })).toBeVisible();
    await expect(service.section('Peaks').getByRole('table', { name: 'Ledger of all-time highs' })).toContainText(
      'counts'
    );
  });

  test('fits CPU, p99 and requests in flight, or says why not', async ({ page, grafana }) => {
    const service = new ServicePage(page, grafana);
    await service.open(...SEARCH);
    const fits = service.section('One instance under load');
    await expect(fits.getByRole('heading', { level: 3 })).toHaveText([/^CPU/, /^p99/, /^Requests in flight/]);
    await expect(fits.getByRole('img', { name: /^CPU cores against demand/ })).toHaveAccessibleName(
      /Each request takes .* of CPU.*\(R² [01]\.\d\d, \d+ hours\)/
    );
  });

  test('refuses a line where the data cannot say', async ({ page, grafana }) => {
    const service = new ServicePage(page, grafana);
    await service.open('prometheus-http', 'platform', 'feature-flags');
    await expect(service.section('Benchmarks').getByText('No benchmark', { exact: true })).toBeVisible();
    await expect(service.section('Benchmarks')).toContainText(/demand varies too little/i);
    await expect(service.section('What if')).toContainText('State it above to see the arithmetic');
  });

  test('works required, spare and margin out again under other inputs', async ({ page, grafana }) => {
    const service = new ServicePage(page, grafana);
    await service.open(...SEARCH);
    const get = async (name: string) => figureNumber(await service.whatIf(name, 'what if'));
    const requiredBefore = await get('Required instances');

    await service.input('Event factor').fill('3');
    await expect(service.section('What if').getByRole('status')).toHaveText('Worked out with your inputs.');
    await expect.poll(() => get('Required instances')).toBeGreaterThan(requiredBefore);
    const required = await get('Required instances');

    // The law of the product: as many as required leave nothing missing, one less is short.
    await service.input('Instances').fill(String(required));
    await expect.poll(() => get('Spare instances')).toBe(0);
    expect(await get('Event margin')).toBeGreaterThanOrEqual(0);
    await service.input('Instances').fill(String(required - 1));
    await expect.poll(() => get('Spare instances')).toBe(-1);
    expect(await get('Event margin')).toBeLessThan(0);

    const lines = await service.section('What if').getByRole('listitem').allInnerTexts();
    expect(lines.find((line) => line.startsWith('design demand'))).toContain('× 3');
    expect(lines.find((line) => line.startsWith('spare'))).toContain(`${required - 1} - ${required}`);
    // What is, stays.
    expect(figureNumber(await service.whatIf('Required instances', 'as it is'))).toBe(requiredBefore);

    await page.reload();
    await service.complete();
    await expect(service.input('Event factor')).toHaveValue('3');
    await expect.poll(() => get('Spare instances')).toBe(-1);
    await service.section('What if').getByRole('button', { name: 'Reset' }).click();
    await expect.poll(() => get('Required instances')).toBe(requiredBefore);
    await expect(page).not.toHaveURL(/event=/);
  });

  test('names an input that makes no sense, and stands at the last one that did', async ({ page, grafana }) => {
    const service = new ServicePage(page, grafana);
    await service.open(...SEARCH);
    const before = await service.whatIf('Required instances', 'what if');
    await service.input('Reserve').fill('130');
    await expect(service.section('What if')).toContainText('“130” is out of range. The reserve is from 0 to 95 per cent.');
    await expect(service.input('Reserve')).toHaveAttribute('aria-invalid', 'true');
    expect(await service.whatIf('Required instances', 'what if')).toBe(before);
  });

  test('lists APIs by share of load and by p99', async ({ page, grafana }) => {
    const service = new ServicePage(page, grafana);
    await service.open(...SEARCH);
    const apis = service.section('APIs');
    await expect(apis.getByRole('row')).toHaveCount(3);
    const shares = (await apis.getByRole('button', { name: /^Share of load:/ }).allInnerTexts()).map(figureNumber);
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(100, -1);
    await apis.getByRole('radio', { name: 'p99' }).check({ force: true });
    await expect(apis).toContainText('by p99');
  });

  test('shows the autoscaler and resources of a service that has them', async ({ page, grafana }) => {
    const service = new ServicePage(page, grafana);
    await service.open('opentelemetry-http', 'payments', 'fraud-check');
    const section = service.section('Instances and autoscaler');
    await expect(section.getByRole('button', { name: 'Autoscaler maximum: 8 instances' })).toBeVisible();
    await expect(section.getByRole('button', { name: 'Autoscaler minimum: 2 instances' })).toBeVisible();
  });

  test('keeps its range in the address', async ({ page, grafana }) => {
    const service = new ServicePage(page, grafana);
    await service.open(...SEARCH);
    await page.getByRole('button', { name: /Time range selected/ }).click();
    await page.getByText('Last 2 days', { exact: true }).click();
    await expect(page).toHaveURL(/from=now-2d/);
    await page.reload();
    await service.complete();
    await expect(page.getByRole('button', { name: /Time range selected: Last 2 days/ })).toBeVisible();
  });

  for (const [what, query, words] of [
    ['no key', 'service', 'The address has no “key”'],
    ['a key that is none', 'service?key=nonsense', 'The “key” of the address cannot be read'],
    ['a service nobody has', `service?key=${encodeURIComponent('["prometheus","prometheus-http","shop","ghost"]')}`, 'No metrics name this service'],
  ] as const) {
    test(`says so when the address has ${what}`, async ({ page, grafana }) => {
      await page.goto(`${grafana}/a/headroom-capacity-app/${query}`);
      await expect(page.getByText(words)).toBeVisible({ timeout: 60_000 });
      await page.getByRole('link', { name: /Show all services|Fleet/ }).last().click();
      await expect(page).toHaveURL(/\/fleet/);
    });
  }
});
