import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { of } from 'rxjs';
import { ok } from '../../domain/base/Result';
import { defaultPlan } from '../../domain/ramp/defaultPlan';
import type { LoadTestUseCase } from '../../engine/loadtest/LoadTestUseCase';
import { NOTHING_RUNS } from '../../engine/loadtest/NOTHING_RUNS';
import type { RunSummary } from '../../engine/loadtest/RunSummary';
import { headroomFixture } from '../testing/headroomFixture';
import { loadTestViewFixture } from '../testing/loadTestViewFixture';
import { NOW } from '../testing/NOW';
import { renderPage } from '../testing/renderPage';
import { LoadTestTile } from './LoadTestTile';

const SEARCH = JSON.stringify(['prom', 'prometheus-http', 'search']);
const run = (change: Partial<RunSummary> = {}): RunSummary => ({
  runId: 'run-1',
  service: SEARCH,
  pool: 'search',
  target: 'search-2',
  by: 'kim',
  startedAt: NOW,
  endedAt: null,
  outcome: null,
  alive: true,
  ours: true,
  headline: 'Judging step 3',
  version: '1.4.0',
  carriedRps: null,
  interval: null,
  ...change,
});

const draw = (calls: Partial<LoadTestUseCase>, service = '') => renderPage(<LoadTestTile service={service} height={400} />, { headroom: headroomFixture({ loadTests: calls }) });

it('shows the run that is on', async () => {
  draw({ running: () => of({ ...NOTHING_RUNS, runs: [run()] }), watch: () => of(loadTestViewFixture()) }, 'search');
  expect(await screen.findByText('Judging step 3: 25 % of traffic, 112 requests/s')).toBeVisible();
  expect(screen.queryByText(/Plan a load test/)).not.toBeInTheDocument();
});

it('offers to roll back a run nobody here drives before anything else', async () => {
  const stop = jest.fn(() => Promise.resolve(ok(null)));
  draw({ running: () => of({ ...NOTHING_RUNS, runs: [run({ ours: false })] }), watch: () => of(loadTestViewFixture({ role: 'watcher' })), stop });
  await userEvent.click(await screen.findByRole('button', { name: 'Roll back now' }));
  expect(stop).toHaveBeenCalledWith('run-1', 'search');
});

it('starts a saved plan after a last question', async () => {
  const plan = defaultPlan({ service: SEARCH, pool: 'search', target: 'search-2', members: 5, tier: 'P1', benchmarkRps: null, poolRps: null, p99Seconds: null, scrapeMs: 5_000 });
  const start = jest.fn(() => new Promise<never>(() => undefined));
  draw({ running: () => of(NOTHING_RUNS), plans: () => Promise.resolve(ok([plan])), start });
  await userEvent.click(await screen.findByRole('button', { name: /Find the limit: search, search-2/ }));
  await userEvent.click(screen.getByRole('button', { name: 'Start the load test' }));
  expect(start).toHaveBeenCalledWith(plan);
});

it('says what the last one found, of this service alone', async () => {
  const last = run({ runId: 'r9', outcome: 'limit-found', alive: false, interval: { low: 108, high: 114 } });
  const other = run({ runId: 'r8', outcome: 'inconclusive', service: JSON.stringify(['prom', 'prometheus-http', 'cart']) });
  draw({ running: () => of(NOTHING_RUNS), history: () => Promise.resolve(ok([other, last])) }, 'search');
  expect(await screen.findByText(/Last load test of search.*Limit found, one instance carries 108 req\/s/)).toBeVisible();
});

it('says that there is none', async () => {
  draw({ running: () => of(NOTHING_RUNS) }, 'search');
  expect(await screen.findByText('No load test is on record for search.')).toBeVisible();
});
