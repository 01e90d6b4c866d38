import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { OUTCOME_WORDS } from '../../src/domain/ramp/Outcome';
import { SOURCE_UID } from '../../tests/e2e/fixtures/ProvisioningFolder';
import { LoadTestsPage } from '../../tests/e2e/pages/LoadTestsPage';

/** What a run is to do: hold a share of the pool in per cent, or look for the limit in several raises. */
export type Course = { readonly kind: 'hold'; readonly percent: number } | { readonly kind: 'search' };

const PATIENCE_MS = 60_000;
const LONGEST_END_MS = 120_000;
const ENDS: readonly string[] = Object.values(OUTCOME_WORDS);

/** One load test, planned, started and watched in a page as a person does. */
export class PageRun {
  private constructor(
    private readonly loadTests: LoadTestsPage,
    readonly target: string,
    readonly run: string,
    private readonly lastTtl: () => number | null
  ) {}

  static async start(page: Page, url: string, scope: string, service: string, course: Course): Promise<PageRun> {
    page.setDefaultTimeout(PATIENCE_MS);
    const lastTtl = ttlAskedIn(page);
    const loadTests = new LoadTestsPage(page, url);
    // Not by the driver's own ways in: they give up after five seconds, which are few on a busy machine.
    const key = JSON.stringify([SOURCE_UID, 'prometheus-http', scope, service]);
    await loadTests.goto(`?plan=${encodeURIComponent(key)}`);
    await page.locator('label', { hasText: 'Pool' }).first().waitFor();
    const target = await loadTests.propose(service);
    if (course.kind === 'hold') {
      await loadTests.chooseSteps([course.percent]);
    } else {
      await page.getByRole('switch', { name: 'Requests are not bound to an instance' }).check({ force: true });
    }
    await loadTests.button('Start…').click();
    await loadTests.button('Start the load test').click();
    await page.waitForURL((address) => address.searchParams.has('run'));
    return new PageRun(loadTests, target, new URL(page.url()).searchParams.get('run') ?? '', lastTtl);
  }

  /** Of the lease that the page asked for last. @throws Error before it asked for one */
  get ttlSeconds(): number {
    const seconds = this.lastTtl();
    if (seconds === null) {
      throw new Error('the page has asked for no lease');
    }
    return seconds;
  }

  get page(): Page {
    return this.loadTests.page;
  }

  async stop(): Promise<void> {
    await this.loadTests.stopButton.click();
  }

  /** How it ended, in the page's words; null while it goes on. */
  async ending(): Promise<string | null> {
    const said = await this.loadTests.headline.innerText();
    return ENDS.includes(said) ? said : null;
  }

  /** Waits for the end and answers its words; when it goes on after two minutes, what it says then. */
  async untilEnded(): Promise<{ readonly ended: boolean; readonly words: string }> {
    const since = performance.now();
    let said = await this.ending();
    while (said === null && performance.now() - since < LONGEST_END_MS) {
      await sleep(500);
      said = await this.ending();
    }
    return said === null ? { ended: false, words: `goes on: ${await this.loadTests.headline.innerText()}` } : { ended: true, words: said };
  }
}

function ttlAskedIn(page: Page): () => number | null {
  let seconds: number | null = null;
  page.on('request', (request) => {
    const body: unknown = request.method() === 'PUT' && request.url().includes('/v1/override') ? request.postDataJSON() : null;
    if (typeof body === 'object' && body !== null && 'ttlSeconds' in body) {
      seconds = Number(body.ttlSeconds);
    }
  });
  return () => seconds;
}
