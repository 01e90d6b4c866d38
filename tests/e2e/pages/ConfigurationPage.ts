import { expect, type Locator, type Page } from '@playwright/test';
import { appUrl } from '../fixtures/appUrl';

/** What a person sees and does on the configuration page. */
export class ConfigurationPage {
  readonly save: Locator;
  readonly checks: Locator;

  constructor(
    readonly page: Page,
    private readonly grafana: string
  ) {
    this.save = page.getByRole('button', { name: /^(Save|Replace and save)$/ });
    this.checks = page.getByRole('listitem').filter({ hasText: /(Passed|Warning|Failed|Not known|Running): / });
  }

  async goto(tab = 'sources'): Promise<void> {
    await this.page.goto(appUrl(this.grafana, `configuration?tab=${tab}`));
    await expect(this.page.getByRole('heading', { level: 1 })).toHaveText('Configuration');
  }

  /** Opens the first tab and waits until every check has its verdict. */
  async open(): Promise<void> {
    await this.goto();
    await this.checked();
  }

  async checked(): Promise<void> {
    await expect(this.checks.first()).toBeVisible();
    await expect(this.checks.filter({ hasText: /Running: / })).toHaveCount(0, { timeout: 60_000 });
    await expect(this.page.getByRole('status').filter({ hasText: /Looking …/ })).toHaveCount(0, { timeout: 60_000 });
  }

  async tab(name: string): Promise<void> {
    await this.page.getByRole('tab', { name }).click();
    await expect(this.page.getByRole('tab', { name, selected: true })).toBeVisible();
  }
}
