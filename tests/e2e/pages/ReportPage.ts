import { expect, type Locator, type Page } from '@playwright/test';
import { appUrl } from '../fixtures/appUrl';

/** What a person sees and does on the weekly report. */
export class ReportPage {
  readonly owner: Locator;
  /** Whose week it is. */
  readonly head: Locator;
  readonly copy: Locator;

  constructor(
    readonly page: Page,
    private readonly grafana: string
  ) {
    this.owner = page.getByRole('combobox', { name: /^Owner/ });
    this.head = page.getByRole('heading', { level: 2 }).first();
    this.copy = page.getByRole('button', { name: 'Copy as Markdown' });
  }

  async goto(query = ''): Promise<void> {
    await this.page.goto(appUrl(this.grafana, `report${query}`));
  }

  /** Opens the page and waits until both weeks were read. */
  async open(query = ''): Promise<void> {
    await this.goto(query);
    await expect(this.page.getByRole('heading', { level: 1 })).toHaveText('Weekly report');
    await this.complete();
  }

  async complete(): Promise<void> {
    await expect(this.head).toBeVisible({ timeout: 60_000 });
    await expect(this.page.getByRole('progressbar', { name: 'Reading history' })).toBeHidden({ timeout: 90_000 });
  }

  section(title: string | RegExp): Locator {
    return this.page.getByRole('region', { name: title });
  }

  /** Services that any line of the report names, each once. */
  async services(): Promise<string[]> {
    const names = await this.page.getByRole('region').getByRole('listitem').getByRole('link').allInnerTexts();
    return [...new Set(names)];
  }
}
