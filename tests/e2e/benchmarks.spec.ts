import { figureNumber } from './fixtures/figureNumber';
import { signIn } from './fixtures/signIn';
import { expect, test } from './fixtures/test';
import { FleetPage } from './pages/FleetPage';
import { ServicePage } from './pages/ServicePage';

// Estimated from CPU until somebody declares a benchmark; no other test looks at its limit.
const SERVICE = ['prometheus-http', 'media', 'thumbnails'] as const;

test.describe('a declared benchmark', () => {
  test('is declared by an Editor, used by everybody, and withdrawn', async ({ page, grafana }) => {
    await signIn(page, grafana, 'editor');
    const service = new ServicePage(page, grafana);
    await service.open(...SERVICE);
    const section = service.section('Benchmarks');
    // A run that was broken off may have left one.
    await withdrawAll(service);
    await expect(section).toContainText('estimated from CPU');

    await section.getByRole('button', { name: 'Declare a benchmark', exact: true }).click();
    const form = page.getByRole('form', { name: 'Declare a benchmark' });
    await form.getByRole('button', { name: 'Declare' }).click();
    await expect(form.getByRole('textbox', { name: /^Lower end/ })).toHaveAttribute('aria-invalid', 'true');
    await form.getByRole('textbox', { name: /^Lower end/ }).fill('90');
    await form.getByRole('textbox', { name: /^Upper end/ }).fill('80');
    await form.getByRole('textbox', { name: /^Note/ }).fill('asked "the team"');
    await form.getByRole('button', { name: 'Declare' }).click();
    await expect(form.getByRole('textbox', { name: /^Upper end/ })).toHaveAttribute('aria-invalid', 'true');
    await form.getByRole('textbox', { name: /^Upper end/ }).fill('110');
    await form.getByRole('textbox', { name: /^Version/ }).fill('3.1.4');
    await form.getByRole('button', { name: 'Declare' }).click();
    await expect(form).toBeHidden();

    const table = section.getByRole('table', { name: 'Benchmarks' });
    await expect(table).toContainText('in use');
    await expect(table).toContainText('editor');
    await expect(table).toContainText('3.1.4');
    await expect(table).toContainText('asked "the team"');
    await expect(service.section('What if').getByRole('listitem').first()).toBeVisible();

    await signIn(page, grafana, 'viewer');
    const fleet = new FleetPage(page, grafana);
    await fleet.open('?q=thumbnails');
    await expect(fleet.row('thumbnails').getByRole('button', { name: /^Safe limit per instance: 90/ })).toBeVisible();
    await expect(fleet.row('thumbnails')).toContainText('declared');
    expect(figureNumber((await fleet.column('Required'))[0] ?? '')).toBeGreaterThanOrEqual(1);
    await service.open(...SERVICE);
    await expect(table).toContainText('in use');
    await expect(section.getByRole('button', { name: 'Declare a benchmark', exact: true })).toHaveCount(0);
    await expect(section.getByRole('button', { name: /^Withdraw/ })).toHaveCount(0);

    await signIn(page, grafana, 'editor');
    await service.open(...SERVICE);
    await withdrawAll(service);
    await expect(section).toContainText('Nobody has declared a benchmark');
    await fleet.open('?q=thumbnails');
    await expect(fleet.row('thumbnails')).toContainText('from CPU');
  });

  test('keeps what was typed when Grafana refuses it', { tag: '@stand-in' }, async ({ page, grafana }) => {
    const service = new ServicePage(page, grafana);
    await service.open(...SERVICE);
    await page.route('**/api/annotations', (route) =>
      route.request().method() === 'POST'
        ? route.fulfill({ status: 500, contentType: 'application/json', body: '{"message":"database is locked"}' })
        : route.fallback()
    );
    await service.section('Benchmarks').getByRole('button', { name: 'Declare a benchmark', exact: true }).click();
    const form = page.getByRole('form', { name: 'Declare a benchmark' });
    await form.getByRole('textbox', { name: /^Lower end/ }).fill('42');
    await form.getByRole('button', { name: 'Declare' }).click();
    await expect(form.getByText('The benchmark was not declared')).toBeVisible();
    await expect(form.getByRole('textbox', { name: /^Lower end/ })).toHaveValue('42');
  });
});

async function withdrawAll(service: ServicePage): Promise<void> {
  const { page } = service;
  const section = service.section('Benchmarks');
  const buttons = section.getByRole('button', { name: /^Withdraw/ });
  for (let left = await buttons.count(); left > 0; left--) {
    await buttons.first().click();
    const dialog = page.getByRole('dialog', { name: 'Withdraw this benchmark' });
    await dialog.getByRole('button', { name: 'Withdraw', exact: true }).click();
    await expect(dialog).toBeHidden();
    await expect(buttons).toHaveCount(left - 1);
  }
}
