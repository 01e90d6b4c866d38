import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { of, throwError, type Observable } from 'rxjs';
import { err, ok } from '../../domain/base/Result';
import type { LoadTestUseCase } from '../../engine/loadtest/LoadTestUseCase';
import type { LoadTestView } from '../../engine/loadtest/LoadTestView';
import { HeadroomContext } from '../HeadroomContext';
import { headroomFixture } from '../testing/headroomFixture';
import { loadTestViewFixture } from '../testing/loadTestViewFixture';
import { renderPage } from '../testing/renderPage';
import { RunScreen } from './RunScreen';

function draw(view: Observable<LoadTestView | null>, calls: Partial<LoadTestUseCase> = {}) {
  return renderPage(<RunScreen runId="run-1" />, { headroom: headroomFixture({ loadTests: { watch: () => view, ...calls } }) });
}

it('says in words what happens, who drives it and why', () => {
  draw(of(loadTestViewFixture()));
  expect(screen.getByRole('heading', { name: 'Judging step 3: 25 % of traffic, 112 requests/s' })).toBeVisible();
  expect(screen.getByText(/search-2 of search, pool search, started by kim, 3 min 05 s ago: before the sale/)).toBeVisible();
});

it('tells commanded, reported and measured share apart', () => {
  draw(of(loadTestViewFixture({ share: { commanded: 0.3, reported: 0.25, measured: null, fair: 0.2, words: 'The measured share is not known yet.' } })));
  const tile = screen.getByRole('group', { name: 'Share, measured' });
  expect(tile).toHaveTextContent(/unknown/);
  expect(tile).toHaveTextContent(/commanded 30\s%, reported 25\s%, fair 20\s%/);
});

it('shows the guard that is nearest to its limit first, and one that cannot be read as not known', () => {
  draw(of(loadTestViewFixture()));
  const rows = within(screen.getByRole('table', { name: 'Guards' })).getAllByRole('row').slice(1);
  expect(rows.map((row) => row.textContent)).toEqual([expect.stringMatching(/^CPU.*holds/), expect.stringMatching(/^p99 latency.*unknown.*not known/), expect.stringMatching(/^Failures/)]);
});

it('tells which guards could not be had', () => {
  draw(of(loadTestViewFixture({ guardsNote: '9 of 12 are armed. Not to be had here: Garbage collection.' })));
  expect(screen.getByText('9 of 12 are armed. Not to be had here: Garbage collection.')).toBeVisible();
});

it('shows how long the lease lives, and the promise', () => {
  draw(of(loadTestViewFixture()));
  const tile = screen.getByRole('group', { name: 'Lease ends in' });
  expect(tile).toHaveTextContent('14 s');
  expect(tile).toHaveTextContent('held by the router; if this browser dies, baseline is back within 23 s');
});

it('stops with one press, and can be pressed again while the first is on its way', async () => {
  const stop = jest.fn(() => new Promise<never>(() => undefined));
  draw(of(loadTestViewFixture()), { stop });
  await userEvent.click(screen.getByRole('button', { name: 'Stop and give the traffic back' }));
  const again = await screen.findByRole('button', { name: 'Stopping…' });
  expect(again).toBeEnabled();
  await userEvent.click(again);
  expect(stop.mock.calls).toEqual([['run-1', 'search'], ['run-1', 'search']]);
});

it('says why a stop was refused', async () => {
  draw(of(loadTestViewFixture()), { stop: () => Promise.resolve(err({ kind: 'unreachable', message: 'The endpoint did not answer; the lease ends in 14 s.' })) });
  await userEvent.click(screen.getByRole('button', { name: 'Stop and give the traffic back' }));
  expect(await screen.findByText('The endpoint did not answer; the lease ends in 14 s.')).toBeVisible();
});

it('lets somebody who only watches stop, and does not offer to hold', () => {
  draw(of(loadTestViewFixture({ role: 'watcher', mayHold: false })));
  expect(screen.getByText('You watch; somebody else drives')).toBeVisible();
  expect(screen.getByRole('button', { name: 'Stop and give the traffic back' })).toBeEnabled();
  expect(screen.queryByRole('button', { name: 'Hold' })).not.toBeInTheDocument();
});

it('offers nothing to a finished run and says how it ended', () => {
  const outcome = { kind: 'limit-found', interval: { mean: 110, low: 108, high: 114 }, limitedBy: 'CPU', headline: 'Limit found: 108 to 114 requests/s', text: 'CPU was first.' } as const;
  draw(of(loadTestViewFixture({ phase: 'finished', outcome, lease: { state: 'none' }, mayStop: false, mayHold: false })), { stop: () => Promise.resolve(ok(null)) });
  expect(screen.getByText('Limit found: 108 to 114 requests/s')).toBeVisible();
  expect(screen.queryByRole('button', { name: /Stop/ })).not.toBeInTheDocument();
  expect(screen.getByRole('group', { name: 'Lease ends in' })).toHaveTextContent('no traffic is held');
});

it('says to somebody who watches where the guards are read', () => {
  draw(of(loadTestViewFixture({ role: 'watcher', guards: [] })));
  expect(screen.getByText(/^The guards are read by the page that drives the run/)).toBeVisible();
  expect(screen.queryByText('No guard has been read yet.')).not.toBeInTheDocument();
});

it.each([
  ['abandoned', 'Its driver has gone', false],
  ['unknown', 'State not known', true],
] as const)('does not pretend to know what an %s run is doing', (phase, words, driven) => {
  draw(of(loadTestViewFixture({ role: 'watcher', phase })));
  expect(screen.getByText(words)).toBeVisible();
  expect(screen.queryAllByText('You watch; somebody else drives')).toHaveLength(driven ? 1 : 0);
  expect(screen.getByRole('button', { name: 'Stop and give the traffic back' })).toBeEnabled();
});

it('shows nothing of the run before when the next one cannot be watched, and offers not to stop it', () => {
  const watch = (id: string) => (id === 'run-1' ? of(loadTestViewFixture()) : throwError(() => new Error('the run log could not be read')));
  const around = (runId: string) => (
    <HeadroomContext.Provider value={headroom}>
      <RunScreen runId={runId} />
    </HeadroomContext.Provider>
  );
  const headroom = headroomFixture({ loadTests: { watch } });
  const { rerender } = render(around('run-1'));
  expect(screen.getByRole('button', { name: 'Stop and give the traffic back' })).toBeVisible();
  rerender(around('run-2'));
  expect(screen.getByText('the run log could not be read')).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Stop and give the traffic back' })).not.toBeInTheDocument();
});

it('says so when the log is kept only here', () => {
  draw(of(loadTestViewFixture({ logKept: 'refused' })));
  expect(screen.getByText('Grafana refused the log: it is kept in this browser only')).toBeVisible();
});

it.each([
  ['nobody knows it', of(null), /knows a run run-1/],
  ['watching failed', throwError(() => new Error('the run log could not be read')), /the run log could not be read/],
])('says so when %s', (_, view, words) => {
  draw(view);
  expect(screen.getByText(words)).toBeVisible();
});
