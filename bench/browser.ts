import { chromium, type Browser, type BrowserContext } from '@playwright/test';
import { END } from './BenchHistory';
import { askBareAgain } from './browser/askBareAgain';
import type { BrowserFigures, PhaseFigures } from './browser/BrowserFigures';
import { FleetPageDriver } from './browser/FleetPageDriver';
import { GESTURES } from './browser/gestures';
import { pageProbe } from './browser/pageProbe';
import { setStage, type Stage } from './browser/Stage';
import { HOUR } from '../src/domain/base/Duration';
import { systemChromium } from '../tests/support/systemChromium';

export interface BrowserOptions {
  readonly services: number;
  readonly dataDirectory: string;
  readonly distDir: string;
  readonly tell: (line: string) => void;
}

/** The real page of the real build, in a browser without a window. */
export async function measureBrowser(options: BrowserOptions): Promise<BrowserFigures> {
  let shift = END - HOUR - Date.now();
  const stage = await setStage({
    ...options,
    grafanaUrl: process.env.GRAFANA_URL,
    meterPort: Number(process.env.BENCH_METER_PORT ?? 9099),
    now: () => Date.now() + shift,
  });
  const browser = await chromium.launch(systemChromium);
  try {
    const driver = await openDriver(browser, stage, shift);
    options.tell(`browser, ${options.services} services: cold`);
    const cold = await driver.visit('cold');
    const asked = [...stage.meter.log];
    options.tell('  warm');
    const warm = await driver.visit('warm');
    const gestures: PhaseFigures[] = [];
    for (const { name, act } of GESTURES) {
      options.tell(`  ${name}`);
      gestures.push(await driver.gesture(name, act));
    }
    options.tell('  an hour later');
    await driver.page.evaluate((later) => sessionStorage.setItem('headroom-bench-later', String(later)), HOUR);
    shift += HOUR;
    const hourLater = await driver.visit('an hour later', true);
    await driver.page.close();
    options.tell('  bare expressions');
    const bare = await askBareAgain(stage.prometheusUrl, asked);
    return { services: options.services, cold, warm, hourLater, gestures, bare };
  } finally {
    await browser.close();
    await stage.stop();
  }
}

async function openDriver(browser: Browser, stage: Stage, shift: number): Promise<FleetPageDriver> {
  // A new context is a new profile: no ledger, no cache.
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-US', timezoneId: 'UTC' });
  // The compiler names functions with a helper that the page does not have.
  await context.addInitScript('globalThis.__name = (f) => f');
  await context.addInitScript(pageProbe, shift);
  await signIn(context, stage.url);
  const page = await context.newPage();
  return new FleetPageDriver(page, await context.newCDPSession(page), stage, process.env.BENCH_PROFILES ?? null);
}

/** The stand-in asks nobody to sign in. */
async function signIn(context: BrowserContext, url: string): Promise<void> {
  if (process.env.GRAFANA_URL) {
    const { GRAFANA_USER: user = 'admin', GRAFANA_PASSWORD: password = 'admin' } = process.env;
    const answer = await context.request.post(`${url}/login`, { data: { user, password } });
    if (!answer.ok()) {
      throw new Error(`Grafana does not let ${user} in: ${answer.status()}`);
    }
  }
}
