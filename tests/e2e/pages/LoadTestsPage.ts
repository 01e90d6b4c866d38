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

  /** Opens the overview and waits until the run log was read. @param query with its question mark */
  async open(query = ''): Promise<void> {
    await this.goto(query);
    await expect(this.title).toHaveText('Load tests');
    await expect(this.section('History')).toBeVisible();
    await expect(this.page.getByText('Reading the run log')).toBeHidden({ timeout: 60_000 });
  }

  /** Opens the plan page of a service of the demo and waits until the endpoint has named its pools. @param more of the address, with its ampersand */
  async openPlan(scope: string, service: string, more = ''): Promise<void> {
    const key = JSON.stringify([SOURCE_UID, 'prometheus-http', scope, service]);
    await this.goto(`?plan=${encodeURIComponent(key)}${more}`);
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

  /** Fixed shares of the pool, in per cent, and the operator's word that requests are free to move. */
  async chooseSteps(percents: readonly number[]): Promise<void> {
    await this.page.getByRole('radio', { name: 'Fixed steps' }).check({ force: true });
    await this.page.getByRole('textbox', { name: /^Shares/ }).fill(percents.join(', '));
    await this.page.getByRole('switch', { name: 'Requests are not bound to an instance' }).check({ force: true });
  }

  /** Starts the plan that is shown and answers the run's id. Preflight, and a rehearsal where none stands, come first. */
  async start(): Promise<string> {
    await this.button('Start…').click();
    await this.button('Start the load test').click();
    await expect(this.title).toHaveText('Load test');
    return new URL(this.page.url()).searchParams.get('run') ?? '';
  }

  async watch(run: string): Promise<void> {
    await this.goto(`?run=${encodeURIComponent(run)}`);
    await expect(this.headline).toBeVisible({ timeout: 60_000 });
  }

  /** What a run is doing, in words. */
  get headline(): Locator {
    return this.page.getByRole('heading', { level: 2 }).first();
  }

  /** A number of the run, by what stands above it. */
  figure(label: string): Locator {
    return this.page.getByRole('group', { name: label, exact: true });
  }

  get stopButton(): Locator {
    return this.button('Stop and give the traffic back');
  }

  /** The line of the overview about traffic that somebody else moves. @param service with its scope */
  movedBySomebody(service: string): Locator {
    return this.page.getByRole('alert', { name: `Traffic of ${service} is being moved by a run that this page does not drive` });
  }

  /** Runs the plan on a simulated target, and waits for its end. @param minutes longest run; it goes ten times as fast as life */
  async simulateToEnd(minutes: number): Promise<void> {
    await this.number('Longest run').fill(String(minutes));
    await this.button('Try on a simulated target').click();
    await expect(this.section('On a simulated target').getByText('Finished', { exact: true })).toBeVisible({ timeout: 200_000 });
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
