import { expect, type Locator, type Page } from '@playwright/test';
import { appUrl } from '../fixtures/appUrl';
import { SOURCE_UID } from '../fixtures/ProvisioningFolder';

/** What a person sees and does on the pages of load tests. */
export class LoadTestsPage {
  readonly title: Locator;

  constructor(
    readonly page: Page,
    private readonly grafana: string
  ) {
    this.title = page.getByRole('heading', { level: 1 });
  }

  /** @param query with its question mark */
  async goto(query = ''): Promise<void> {
    await this.page.goto(appUrl(this.grafana, `loadtests${query}`));
  }

  /** Opens the overview and waits until the run log was read. */
  async open(): Promise<void> {
    await this.goto();
    await expect(this.title).toHaveText('Load tests');
    await expect(this.section('History')).toBeVisible();
    await expect(this.page.getByText('Reading the run log')).toBeHidden({ timeout: 60_000 });
  }

  /** Opens the plan page of a service of the demo and waits until the endpoint has named its pools. */
  async openPlan(scope: string, service: string): Promise<void> {
    const key = JSON.stringify([SOURCE_UID, 'prometheus-http', scope, service]);
    await this.goto(`?plan=${encodeURIComponent(key)}`);
    await expect(this.title).toHaveText('Plan a load test');
    await expect(this.box('Service')).toHaveValue(`${scope}/${service}`, { timeout: 60_000 });
    await expect(this.box('Pool')).toBeEnabled({ timeout: 60_000 });
  }

  /** Takes the pool that is named as the service and its first instance, and waits for the plan that follows. Answers the instance. */
  async propose(pool: string): Promise<string> {
    await this.box('Pool').click();
    await this.page.getByRole('option', { name: pool }).click();
    await this.box('Instance').click();
    const option = this.page.getByRole('option').first();
    const instance = await option.innerText();
    await option.click();
    await expect(this.section('What to find out')).toBeVisible({ timeout: 60_000 });
    return instance;
  }

  box(label: string): Locator {
    return this.page.getByRole('combobox', { name: new RegExp(`^${label}`) });
  }

  /** A field that takes a number. */
  number(label: string): Locator {
    return this.page.getByRole('textbox', { name: new RegExp(`^${label}`) });
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  section(title: string): Locator {
    return this.page.getByRole('region', { name: title, exact: true });
  }
}
