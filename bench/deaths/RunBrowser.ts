import { type Browser, type BrowserContext, type BrowserServer, chromium, type Page } from '@playwright/test';
import { signIn } from '../../tests/e2e/fixtures/signIn';
import { systemChromium } from '../../tests/support/systemChromium';
import { descendantsOf } from './descendantsOf';

/** A Chromium of its own, signed in as an admin, that can be killed with everything it started. */
export class RunBrowser {
  private constructor(
    private readonly server: BrowserServer,
    private readonly browser: Browser,
    private readonly context: BrowserContext
  ) {}

  /** @param url of the host; with or without a slash at its end */
  static async open(url: string): Promise<RunBrowser> {
    const server = await chromium.launchServer(systemChromium);
    const browser = await chromium.connect(server.wsEndpoint());
    const context = await browser.newContext({ viewport: { width: 1920, height: 1080 }, locale: 'en-US', timezoneId: 'UTC' });
    const page = await context.newPage();
    await signIn(page, url, 'admin');
    await page.close();
    return new RunBrowser(server, browser, context);
  }

  newPage(): Promise<Page> {
    return this.context.newPage();
  }

  /** As by the kernel when memory has run out: no page hears of it. */
  killAll(): void {
    const { pid } = this.server.process();
    // Noted before the first dies: what is left of a tree has no root to be found by.
    const family = pid === undefined ? [] : descendantsOf(pid);
    for (const one of family) {
      try {
        process.kill(one, 'SIGKILL');
      } catch {
        // Gone with its parent.
      }
    }
  }

  async close(): Promise<void> {
    await this.browser.close().catch(() => undefined);
    await this.server.kill();
  }
}
