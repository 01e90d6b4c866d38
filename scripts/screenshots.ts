import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { systemChromium } from '../tests/support/systemChromium';

// Remakes the pictures of README and plugin.json from a running demo: `npm run demo`, then `npm run screenshots`.
const ADDRESS = process.env.GRAFANA_URL ?? 'http://127.0.0.1:3000';
const TARGET = path.resolve(import.meta.dirname, '../src/img/screenshots');
const APP = '/a/headroom-capacity-app';
const CART = encodeURIComponent(JSON.stringify(['prometheus', 'prometheus-http', 'shop', 'cart']));
const CHECKOUT = encodeURIComponent(JSON.stringify(['prometheus', 'prometheus-http', 'shop', 'checkout']));

interface Picture {
  readonly file: string;
  readonly address: string;
  /** True once the page shows what the picture is for. */
  readonly ready: (page: Page) => Promise<unknown>;
  readonly height: number;
}

const fleetRead = (page: Page) => page.getByRole('link', { name: 'payment' }).first().waitFor({ timeout: 120_000 });

/** A plan for the demo's cart, tried on a simulated target until it has found something. */
async function simulatedRun(page: Page): Promise<void> {
  await page.getByRole('combobox', { name: /^Instance/ }).click({ timeout: 60_000 });
  await page.getByRole('option').first().click();
  await page.getByRole('button', { name: 'Try on a simulated target' }).click({ timeout: 60_000 });
  const run = page.getByRole('region', { name: 'On a simulated target' });
  await run.getByRole('row', { name: /bisect/ }).first().waitFor({ timeout: 120_000 });
  await run.evaluate((element) => element.scrollIntoView({ block: 'start' }));
}

const PICTURES: readonly Picture[] = [
  { file: 'fleet.png', address: `${APP}/fleet`, height: 860, ready: fleetRead },
  { file: 'service.png', address: `${APP}/service?key=${CHECKOUT}`, height: 1000, ready: (page) => page.getByText('How it is worked out').waitFor({ timeout: 120_000 }) },
  { file: 'loadtest.png', address: `${APP}/loadtests?plan=${CART}`, height: 1000, ready: simulatedRun },
  { file: 'configuration.png', address: `${APP}/configuration`, height: 860, ready: (page) => page.getByText('Metric families found').waitFor({ timeout: 60_000 }) },
];

async function takePictures(): Promise<void> {
  const browser = await chromium.launch(systemChromium);
  mkdirSync(TARGET, { recursive: true });
  const context = await browser.newContext({ viewport: { width: 1360, height: 860 } });
  await context.request.post(`${ADDRESS}/login`, { data: { user: 'admin', password: 'admin' } });
  for (const { file, address, height, ready } of PICTURES) {
    const page = await context.newPage();
    await page.setViewportSize({ width: 1360, height });
    await page.goto(ADDRESS + address);
    await ready(page);
    // Until the first fill is over: a picture of a progress bar shows nothing.
    await page.getByRole('progressbar').first().waitFor({ state: 'detached', timeout: 120_000 });
    await page.waitForTimeout(1500);
    await page.screenshot({ path: path.join(TARGET, file) });
    await page.close();
    console.log(`wrote ${file}`);
  }
  await browser.close();
}

void takePictures();
