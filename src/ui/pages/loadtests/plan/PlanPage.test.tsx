import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { of } from 'rxjs';
import { err, ok } from '../../../../domain/base/Result';
import { facts as serviceFacts } from '../../../../domain/capacity/serviceFacts.fixture';
import { serviceRef } from '../../../../domain/catalogue/ServiceRef';
import { defaultPlan } from '../../../../domain/ramp/defaultPlan';
import type { RampPlan } from '../../../../domain/ramp/Plan';
import type { LoadTestUseCase } from '../../../../engine/loadtest/LoadTestUseCase';
import { fleetViewFixture } from '../../../testing/fleetViewFixture';
import { headroomFixture } from '../../../testing/headroomFixture';
import { renderPage } from '../../../testing/renderPage';
import { PlanPage } from './PlanPage';

const CART = serviceRef('prom', 'prometheus-http', ['namespace', 'service'], { namespace: 'shop', service: 'cart' });
const SEARCH = serviceRef('prom', 'prometheus-http', ['namespace', 'service'], { namespace: 'shop', service: 'search' });

const planFor = (service: string, pool: string, target: string): RampPlan =>
  defaultPlan({ service, pool, target, members: 3, tier: 'P1', benchmarkRps: null, poolRps: 300, p99Seconds: 0.1, scrapeMs: 5_000 });

const POOLS = ['blue', 'green'].map((id) => ({ id, members: [1, 2].map((n) => `${id}-${n}`), overridden: false }));

function draw(calls: Partial<LoadTestUseCase> = {}) {
  const loadTests: Partial<LoadTestUseCase> = { pools: async () => ok(POOLS), proposePlan: async (...of) => ok(planFor(...of)), ...calls };
  renderPage(<PlanPage service={CART.key} />, { headroom: headroomFixture({ fleet: of(fleetViewFixture({ services: [CART, SEARCH].map((service) => serviceFacts({ service })) })), loadTests }) });
}

/** By keyboard: jsdom lays nothing out, so that a list that draws what is in sight draws nothing. */
async function choose(label: string, name: string): Promise<void> {
  const box = await screen.findByRole('combobox', { name: new RegExp(`^${label}`) });
  await waitFor(() => expect(box).toBeEnabled());
  await userEvent.click(box);
  await userEvent.keyboard(`${name}{ArrowDown}{Enter}`);
  await userEvent.tab();
}

const form = () => screen.queryByRole('region', { name: 'What to find out' });

/** Picks an instance of the blue pool and waits for its plan. */
async function planned(): Promise<void> {
  await choose('Pool', 'blue');
  await choose('Instance', 'blue-1');
  await screen.findByText('About blue-1 of shop/cart, pool blue.');
}

it('names service, pool and instance in the form and beside the buttons that move traffic', async () => {
  draw();
  await planned();
  expect(screen.getByText('A rehearsal and a start move the live traffic of blue-1 of shop/cart, pool blue.')).toBeVisible();
});

it.each([
  ['Service', 'search'],
  ['Pool', 'green'],
])('has no plan of what was chosen before once the %s is another', async (label, name) => {
  draw();
  await planned();
  await choose(label, name);
  expect(form()).not.toBeInTheDocument();
  expect(screen.queryByRole('button', { name: 'Rehearse the way back' })).not.toBeInTheDocument();
});

/** Proposals that are answered when the test says so, by instance. */
function slowly() {
  const waiting = new Map<string, (answer: Awaited<ReturnType<LoadTestUseCase['proposePlan']>>) => void>();
  const proposePlan: LoadTestUseCase['proposePlan'] = (_service, _pool, target) => new Promise((resolve) => waiting.set(target, resolve));
  const answer = (target: string, problem?: string) =>
    act(async () => waiting.get(target)?.(problem === undefined ? ok(planFor(CART.key, 'blue', target)) : err({ kind: 'not-found', message: problem })));
  return { proposePlan, answer };
}

it('shows the plan of the instance that was chosen last, whichever answer comes last', async () => {
  const { proposePlan, answer } = slowly();
  draw({ proposePlan });
  await choose('Pool', 'blue');
  await choose('Instance', 'blue-1');
  await choose('Instance', 'blue-2');
  await answer('blue-2');
  await answer('blue-1');
  expect(screen.getByText('About blue-2 of shop/cart, pool blue.')).toBeVisible();
});

it('says nothing of a proposal that failed for an instance chosen before, and waits on for the one chosen now', async () => {
  const { proposePlan, answer } = slowly();
  draw({ proposePlan });
  await choose('Pool', 'blue');
  await choose('Instance', 'blue-1');
  await choose('Instance', 'blue-2');
  await answer('blue-1', 'It is not known.');
  expect(screen.queryByText('It is not known.')).not.toBeInTheDocument();
  expect(screen.getByText('Working out a plan with good defaults…')).toBeVisible();
  await answer('blue-2', 'Nor is this one.');
  expect(screen.getByText('Nor is this one.')).toBeVisible();
});

it('takes a saved plan as it was saved, although it has the name and the target of the one that is shown', async () => {
  const proposed = planFor(CART.key, 'blue', 'blue-1');
  const saved = { ...proposed, guards: { ...proposed.guards, cpuSoft: 0.5 } };
  draw({ plans: async () => ok([saved]) });
  await planned();
  expect(screen.getByLabelText(/^CPU, mean of 30 s/)).toHaveValue('90');
  await userEvent.click(screen.getByRole('button', { name: 'Find the limit, blue-1' }));
  expect(screen.getByLabelText(/^CPU, mean of 30 s/)).toHaveValue('50');
});

it('shows in the picker whom a saved plan is about', async () => {
  draw({ plans: async () => ok([planFor(CART.key, 'green', 'green-2')]) });
  await userEvent.click(await screen.findByRole('button', { name: 'Find the limit, green-2' }));
  expect(screen.getByText('About green-2 of shop/cart, pool green.')).toBeVisible();
  expect(screen.getByRole('combobox', { name: /^Pool/ })).toHaveValue('green');
  expect(screen.getByRole('combobox', { name: /^Instance/ })).toHaveValue('green-2');
});

it('asks once more before a rehearsal moves traffic, naming whose', async () => {
  const rehearse = jest.fn(() => new Promise<never>(() => undefined));
  draw({ rehearse });
  await planned();
  await userEvent.click(screen.getByRole('button', { name: 'Rehearse the way back' }));
  const dialog = screen.getByRole('dialog');
  expect(dialog).toHaveTextContent('Part of the live traffic of blue-1 of shop/cart, pool blue, goes to the other members of the pool.');
  expect(rehearse).not.toHaveBeenCalled();
  await userEvent.click(within(dialog).getByRole('button', { name: 'Rehearse' }));
  expect(rehearse).toHaveBeenCalledWith(planFor(CART.key, 'blue', 'blue-1'));
});
