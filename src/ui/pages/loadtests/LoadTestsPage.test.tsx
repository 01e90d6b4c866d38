import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { of } from 'rxjs';
import { err, ok } from '../../../domain/base/Result';
import type { LoadTestUseCase } from '../../../engine/loadtest/LoadTestUseCase';
import { NOTHING_RUNS } from '../../../engine/loadtest/NOTHING_RUNS';
import type { RunSummary } from '../../../engine/loadtest/RunSummary';
import { headroomFixture } from '../../testing/headroomFixture';
import { NOW } from '../../testing/NOW';
import { renderPage } from '../../testing/renderPage';
import LoadTestsPage from './LoadTestsPage';

const run = (runId: string, change: Partial<RunSummary> = {}): RunSummary => ({
  runId,
  service: JSON.stringify(['prom', 'prometheus-http', 'search']),
  pool: 'search',
  target: 'search-2',
  by: 'kim',
  startedAt: NOW,
  endedAt: NOW,
  outcome: 'limit-found',
  alive: false,
  ours: false,
  headline: 'Limit found at 110 requests/s',
  version: '1.4.0',
  carriedRps: 110,
  interval: { low: 108, high: 114 },
  ...change,
});

const draw = (at: string, loadTests: Partial<LoadTestUseCase>) => renderPage(<LoadTestsPage />, { at, headroom: headroomFixture({ loadTests: { running: () => of(NOTHING_RUNS), ...loadTests } }) });

it('lists what was found, and says which run never ended', async () => {
  draw('/loadtests', { history: () => Promise.resolve(ok([run('1'), run('2', { outcome: null, endedAt: null, interval: null, carriedRps: null })])) });
  const rows = within(await screen.findByRole('table', { name: 'Load tests' })).getAllByRole('row').slice(1);
  expect(rows.map((row) => row.textContent)).toEqual([expect.stringMatching(/search.*Limit found.*108 req\/s to 114 req\/s.*1\.4\.0/), expect.stringMatching(/No end on record.*none/)]);
});

it('compares two runs', async () => {
  draw('/loadtests', { history: () => Promise.resolve(ok([run('1'), run('2'), run('3')])) });
  const boxes = await screen.findAllByRole('checkbox');
  expect(screen.getByRole('button', { name: 'Choose two runs to compare' })).toBeDisabled();
  await userEvent.click(boxes[0] as HTMLElement);
  await userEvent.click(boxes[2] as HTMLElement);
  expect(screen.getByRole('link', { name: 'Show the two side by side' })).toHaveAttribute('href', expect.stringContaining('compare=1%2C3'));
});

it('offers to roll back what nobody here drives, before anything else', async () => {
  draw('/loadtests', { running: () => of({ ...NOTHING_RUNS, runs: [run('9', { outcome: null, alive: true })] }) });
  expect(await screen.findByRole('button', { name: 'Roll back now' })).toBeVisible();
});

it.each([
  [true, null, 'Whether its lease is alive is not known.'],
  [true, true, 'Its lease is alive.'],
  [true, false, 'It holds no traffic now.'],
  [false, false, 'Its lease has ended; the record was never closed.'],
])('says of a run (ours: %p, alive: %p): %s', async (ours, alive, words) => {
  draw('/loadtests', { running: () => of({ ...NOTHING_RUNS, runs: [run('9', { outcome: null, ours, alive })] }) });
  expect(await screen.findByText(new RegExp(`started by kim\\. ${words}`))).toBeVisible();
});

it('says why the log could not be read', async () => {
  draw('/loadtests', { history: () => Promise.resolve(err({ kind: 'unreachable', message: 'Grafana did not answer.' })) });
  expect(await screen.findByText('Grafana did not answer.')).toBeVisible();
});

it('says that there is none yet', async () => {
  draw('/loadtests', {});
  expect(await screen.findByText(/No load test is on record\./)).toBeVisible();
});

it.each([
  ['?report=r1', 'There is no report of this run', 'Run r1 is not in the log.'],
  ['?compare=r1,r2', 'A report is missing', 'Run r1 is not in the log.'],
  ['?compare=r1', 'Two runs are needed', 'The address names 1.'],
])('%s says what is missing', async (search, title, detail) => {
  draw(`/loadtests${search}`, { report: () => Promise.resolve(err({ kind: 'not-found', message: 'Run r1 is not in the log.' })) });
  expect(await screen.findByText(title)).toBeVisible();
  expect(screen.getByText(new RegExp(detail))).toBeVisible();
});
