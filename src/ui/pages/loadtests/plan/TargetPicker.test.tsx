import { act, screen } from '@testing-library/react';
import { err, ok } from '../../../../domain/base/Result';
import type { LoadTestUseCase } from '../../../../engine/loadtest/LoadTestUseCase';
import { headroomFixture } from '../../../testing/headroomFixture';
import { renderPage } from '../../../testing/renderPage';
import { TargetPicker } from './TargetPicker';

const CART = JSON.stringify(['prom', 'prometheus-http', 'shop', 'cart']);
const draw = (pools: LoadTestUseCase['pools']) => renderPage(<TargetPicker service={CART} onProposed={() => undefined} />, { headroom: headroomFixture({ loadTests: { pools } }) });

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

const pass = (milliseconds: number) => act(() => jest.advanceTimersByTimeAsync(milliseconds));

it('asks again while the endpoint is away, and forgets the problem when it is back', async () => {
  const pools = jest
    .fn<ReturnType<LoadTestUseCase['pools']>, []>()
    .mockResolvedValueOnce(err({ kind: 'unreachable', message: 'The endpoint did not answer.' }))
    .mockResolvedValue(ok([{ id: 'cart', members: ['cart-1'], overridden: false }]));
  draw(pools);
  await pass(0);
  expect(screen.getByText(/The endpoint did not answer\./)).toBeVisible();
  await pass(5_000);
  expect(screen.queryByText(/The endpoint did not answer\./)).not.toBeInTheDocument();
  expect(screen.getByRole('combobox', { name: /^Pool/ })).toBeEnabled();
  await pass(20_000);
  expect(pools).toHaveBeenCalledTimes(2);
});

it('does not ask again what is refused', async () => {
  const pools = jest.fn<ReturnType<LoadTestUseCase['pools']>, []>().mockResolvedValue(err({ kind: 'forbidden', message: 'Not for your role.' }));
  draw(pools);
  await pass(20_000);
  expect(screen.getByText(/Not for your role\./)).toBeVisible();
  expect(pools).toHaveBeenCalledTimes(1);
});

it('says what to do when no pool is for the service', async () => {
  draw(async () => ok([]));
  await pass(0);
  expect(screen.getByText(/Name shop\/cart as the service of a pool/)).toBeVisible();
});
