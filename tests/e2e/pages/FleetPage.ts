import { expect, type Locator, type Page } from '@playwright/test';
import { appUrl } from '../fixtures/appUrl';

/** What a person sees and does on the fleet page. */
export class FleetPage {
  readonly table: Locator;
  readonly search: Locator;
  readonly notices: Locator;
  readonly progress: Locator;
  readonly slider: Locator;
  readonly growth: Locator;
  readonly paging: Locator;

  constructor(
    readonly page: Page,
    private readonly grafana: string
  ) {
    this.table = page.getByRole('table', { name: /^Services,/ });
    this.search = page.getByRole('textbox', { name: 'Search service, scope or owner' });
    this.notices = page.getByRole('region', { name: 'Notices' });
    this.progress = page.getByRole('progressbar', { name: 'Reading history' });
    this.growth = page.getByRole('region', { name: 'Growth on every peak' });
    this.slider = this.growth.getByRole('slider');
    this.paging = page.getByRole('navigation', { name: 'Pages of the table' });
  }

  async goto(query = ''): Promise<void> {
    await this.page.goto(appUrl(this.grafana, `fleet${query}`));
  }

  /** Opens the page and waits until all history was read. */
  async open(query = ''): Promise<void> {
    await this.goto(query);
    await this.complete();
  }

  async complete(): Promise<void> {
    await expect(this.table).toBeVisible();
    // Present and past arrive in any order, and no progress is shown before the past was first looked at.
    await expect(this.page.getByText(/^read .*(now|ago)$/)).toBeVisible({ timeout: 60_000 });
    await expect(this.page.getByText(/history covered: \d/)).toBeVisible({ timeout: 60_000 });
    await expect(this.progress).toBeHidden({ timeout: 90_000 });
    await this.settled();
  }

  /** Answers are drawn as they come: what is the same at two looks in a row is complete. */
  private async settled(): Promise<void> {
    let before = '';
    const unchanged = async () => {
      const now = await this.table.innerText();
      const same = now === before;
      before = now;
      return same;
    };
    await expect.poll(unchanged, { intervals: [300, 500], timeout: 60_000 }).toBe(true);
  }

  row(service: string, scope = ''): Locator {
    const rows = this.table.getByRole('row').filter({
      has: this.page.getByRole('rowheader').getByRole('link', { name: service, exact: true }),
    });
    return scope === '' ? rows : rows.filter({ hasText: scope });
  }

  /**
   * Opens what a figure rests on. The fleet is alive: a press from under which the row slid away is made again, as a
   * person would; the drawer of another row is closed first.
   * @param what name of the figure as the drawer has it, "All-time high"; "Figures" for all of the row
   */
  async evidence(service: string, what: string): Promise<Locator> {
    const button = what === 'Figures' ? `Evidence of all figures of ${service}` : new RegExp(`^${what}:`);
    const drawer = this.page.getByRole('dialog', { name: `${what} of ${service}` }).first();
    await expect(async () => {
      if (!(await drawer.isVisible())) {
        await this.page.keyboard.press('Escape');
        await this.row(service).getByRole('button', { name: button }).click({ timeout: 10_000 });
      }
      await expect(drawer).toBeVisible({ timeout: 10_000 });
    }).toPass({ timeout: 60_000 });
    return drawer;
  }

  /** Closes the drawer, and waits until it no longer holds the focus. */
  async closeEvidence(): Promise<void> {
    await this.page.keyboard.press('Escape');
    await expect(this.page.getByRole('dialog')).toHaveCount(0);
  }

  /** Services in the order of the table. */
  names(): Promise<string[]> {
    return this.table.getByRole('rowheader').getByRole('link').allTextContents();
  }

  /** Texts of one column, in the order of the table. */
  async column(title: string): Promise<string[]> {
    const heads = await this.table.getByRole('columnheader').allInnerTexts();
    const at = heads.findIndex((text) => text.split('\n')[0]?.trim() === title);
    expect(at, `column ${title} among ${heads.join(', ')}`).toBeGreaterThanOrEqual(0);
    return this.table.locator(`tbody tr > *:nth-child(${at + 1})`).allInnerTexts();
  }

  toggle(name: string | RegExp): Locator {
    return this.page.getByRole('search').getByRole('button', { name });
  }

  async refresh(): Promise<void> {
    await this.page.getByRole('button', { name: 'Refresh', exact: true }).click();
  }

  /** Answers are good for some seconds, in which a refresh asks nothing. */
  async refreshUntil(asked: () => boolean): Promise<void> {
    await expect(async () => {
      await this.refresh();
      await expect.poll(asked, { timeout: 2_000 }).toBe(true);
    }).toPass({ timeout: 60_000 });
  }
}
