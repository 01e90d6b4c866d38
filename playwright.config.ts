import { dirname } from 'node:path';
import { defineConfig, devices } from '@playwright/test';
import { stackAddress } from './tests/e2e/stack/StackAddress';
import { testedLine } from './tests/e2e/stack/testedLine';
import { WARM_STATE } from './tests/e2e/stack/WARM_STATE';
import { systemChromium } from './tests/support/systemChromium';

const line = testedLine();
const grafana = process.env.GRAFANA_URL;
/** Where a report for programs is wanted. */
const report = process.env.PLAYWRIGHT_JSON_OUTPUT_NAME;
const AUTH = dirname(require.resolve('@grafana/plugin-e2e'));
// Cookies know no ports: signed in at one stand-in host is signed in at all of them.
const SESSION = 'playwright/.auth/admin.json';

export default defineConfig({
  testDir: './tests/e2e',
  globalSetup: './tests/e2e/stack/globalSetup.ts',
  outputDir: `test-results/${grafana ? 'grafana' : line}`,
  // The newer line proves that every page loads and renders; the full journey is made once.
  grep: !grafana && line === 'grafana13' ? /@both|authenticate|a first visit/ : undefined,
  forbidOnly: true,
  // A machine that CI shares may be slow once; a test that needs its second try is named in the table.
  retries: process.env.CI ? 1 : 0,
  workers: 2,
  // Tests share nothing but the servers, whose settings and records they leave as they were.
  fullyParallel: true,
  timeout: 120_000,
  expect: { timeout: 30_000 },
  reporter: report ? [['list'], ['json', { outputFile: report }]] : [['list']],
  use: {
    baseURL: grafana ?? stackAddress()?.hostUrl,
    locale: 'en-US',
    timezoneId: 'UTC',
    // Costs a third of the time: `npm run e2e -- --trace on` when something must be understood.
    trace: 'off',
    screenshot: 'only-on-failure',
  },
  projects: [
    { name: 'auth', testDir: `${AUTH}/auth`, testMatch: /.*\.setup\.js/, use: chromium({}) },
    { name: 'warm', testMatch: /warm\.setup\.ts/, dependencies: ['auth'], use: chromium({ storageState: SESSION }) },
    { name: grafana ? 'grafana' : line, dependencies: ['warm'], use: chromium({ storageState: WARM_STATE }) },
  ],
});

function chromium(more: { storageState?: string }) {
  return {
    ...devices['Desktop Chrome'],
    ...more,
    // Wide enough for every column of the fleet.
    viewport: { width: 1920, height: 1080 },
    launchOptions: systemChromium,
  };
}
