import { expect, type Locator, type Page } from '@playwright/test';
import { appUrl } from '../fixtures/appUrl';
import { SOURCE_UID } from '../fixtures/ProvisioningFolder';

/** What a person sees and does on the page of one service. */
export class ServicePage {
  readonly title: Locator;
  readonly notices: Locator;

  constructor(
    readonly page: Page,
    private readonly grafana: string
  ) {
    this.title = page.getByRole('heading', { level: 1 });
    this.notices = page.getByRole('region', { name: 'Notices' });
  }

  /** @param key parts of the service's key after the data source: profile, then grouping values */
  async open(...key: string[]): Promise<void> {
    await this.goto(JSON.stringify([SOURCE_UID, ...key]));
    await this.complete();
  }

  async goto(key: string): Promise<void> {
    await this.page.goto(appUrl(this.grafana, `service?key=${encodeURIComponent(key)}`));
  }

  /** Waits until the last section and the chart's data are there. */
  async complete(): Promise<void> {
    await expect(this.section('Instances and autoscaler')).toBeVisible({ timeout: 60_000 });
    await expect(this.page.getByRole('progressbar', { name: 'Reading history' })).toBeHidden({ timeout: 90_000 });
    await expect(this.page.getByLabel('Reading the range')).toBeHidden({ timeout: 60_000 });
  }

  section(title: string): Locator {
    return this.page.getByRole('region', { name: title, exact: true });
  }

  tile(label: string | RegExp): Locator {
    return this.page.getByRole('group', { name: label, exact: true });
  }

  /** Value of a figure in the table "what if": the button says it in a sentence. */
  async whatIf(figure: string, column: 'as it is' | 'what if'): Promise<string> {
    const row = this.section('What if')
      .getByRole('row')
      .filter({ has: this.page.getByRole('rowheader', { name: figure, exact: true }) });
    return row
      .getByRole('cell')
      .nth(column === 'as it is' ? 0 : 1)
      .innerText();
  }

  input(label: string): Locator {
    return this.section('What if').getByRole('textbox', { name: new RegExp(`^${label}`) });
  }
}
