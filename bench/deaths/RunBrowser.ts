import { type Browser, type BrowserContext, type BrowserServer, chromium, type Page } from '@playwright/test';
import { signIn } from '../../tests/e2e/fixtures/signIn';
import { killFamily } from '../../tests/support/killFamily';
import { systemChromium } from '../../tests/support/systemChromium';

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
    killFamily(this.server.process());
  }

  async close(): Promise<void> {
    await this.browser.close().catch(() => undefined);
    await this.server.kill();
  }
}
