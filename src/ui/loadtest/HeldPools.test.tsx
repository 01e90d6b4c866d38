import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { of } from 'rxjs';
import { err } from '../../domain/base/Result';
import type { LoadTestUseCase } from '../../engine/loadtest/LoadTestUseCase';
import type { RunningNow } from '../../engine/loadtest/RunningNow';
import { headroomFixture } from '../testing/headroomFixture';
import { renderPage } from '../testing/renderPage';
import { LoadTestTile } from './LoadTestTile';

const NOW: RunningNow = { runs: [], held: [{ pool: 'search-pool', service: 'shop/search', runId: 'x', holder: 'ann', targets: ['search-2'] }], problem: 'The run log cannot be read (annotations answered 500).' };

const draw = (calls: Partial<LoadTestUseCase>, service = '') => renderPage(<LoadTestTile service={service} height={400} />, { headroom: headroomFixture({ loadTests: { running: () => of(NOW), ...calls } }) });

it('says that the log cannot be read, and gives back a pool that only the endpoint knows of', async () => {
  const stopPool = jest.fn(() => Promise.resolve(err({ kind: 'unreachable' as const, message: 'no answer within 10 s' })));
  draw({ stopPool }, 'search');
  expect(await screen.findByText(NOW.problem ?? '')).toBeVisible();
  expect(screen.getByText('Pool search-pool is held by ann, in a run that the log does not show')).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Roll back now' }));
  expect(stopPool).toHaveBeenCalledWith('search-pool');
  expect(await screen.findByText('no answer within 10 s')).toBeVisible();
});

it('leaves pools of other services to their own tiles', async () => {
  draw({}, 'cart');
  expect(await screen.findByText(NOW.problem ?? '')).toBeVisible();
  expect(screen.queryByText(/is held by/)).not.toBeInTheDocument();
});
