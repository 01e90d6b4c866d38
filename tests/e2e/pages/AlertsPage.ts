import { expect, type Locator, type Page } from '@playwright/test';
import { appUrl } from '../fixtures/appUrl';

/** What a person sees and does on the page of alert rules. */
export class AlertsPage {
  readonly save: Locator;
  readonly take: Locator;
  readonly intents: Locator;

  constructor(
    readonly page: Page,
    private readonly grafana: string
  ) {
    this.save = page.getByRole('button', { name: /^Save as Grafana rules \(\d+\)$/ });
    this.take = page.getByRole('button', { name: /^(Copy or download|Hide files)$/ });
    this.intents = page.getByRole('listitem').filter({ has: page.getByRole('heading', { level: 3 }) });
  }

  async goto(query = ''): Promise<void> {
    await this.page.goto(appUrl(this.grafana, `alerts${query}`));
  }

  /** Opens the page and waits until history was read: limits stand still from then on. */
  async open(query = ''): Promise<void> {
    await this.goto(query);
    await expect(this.page.getByRole('heading', { level: 1 })).toHaveText('Alerts');
    await expect(this.intents.first()).toBeVisible({ timeout: 60_000 });
    await expect(this.page.getByRole('progressbar', { name: 'Reading history' })).toBeHidden({ timeout: 90_000 });
    await expect(this.page.getByText('Not yet known')).toHaveCount(0, { timeout: 60_000 });
  }

  /** Leaves P0 alone: a third of the rules to look back on. */
  async onlyP0(): Promise<void> {
    const tiers = this.page.getByRole('group', { name: 'Tier', exact: true });
    for (const tier of ['P1', 'P2']) {
      const toggle = tiers.getByRole('button', { name: tier, exact: true });
      if ((await toggle.getAttribute('aria-pressed')) === 'true') {
        await toggle.click();
      }
      await expect(toggle).toHaveAttribute('aria-pressed', 'false');
    }
  }

  intent(title: string): Locator {
    return this.intents.filter({ has: this.page.getByRole('heading', { name: title, exact: true }) });
  }

  async tick(title: string): Promise<void> {
    const box = this.intent(title).getByRole('checkbox', { name: title });
    // Until the figures that it needs are read, an intent cannot be ticked.
    await expect(box).toBeEnabled();
    await box.check({ force: true });
    await expect(box).toBeChecked();
  }

  /** Asks for the last 30 days, and waits until they were looked at. */
  async preview(title: string): Promise<void> {
    await this.intent(title).getByRole('button', { name: `Preview 30 days: ${title}` }).click();
    await expect(this.intent(title).getByRole('progressbar')).toBeHidden({ timeout: 90_000 });
    await expect(this.previewed(title)).not.toHaveText('Reading …', { timeout: 90_000 });
  }

  /** The sentence a preview comes to. */
  previewed(title: string): Locator {
    return this.intent(title).getByRole('status');
  }

  /** A file that is offered, by the words of its copy button. */
  file(what: 'Grafana YAML' | 'Prometheus YAML'): Locator {
    return this.page.getByRole('region').filter({ has: this.page.getByRole('button', { name: `Copy ${what}` }) }).last();
  }
}
