import { fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { of } from 'rxjs';
import { err, ok } from '../../../../domain/base/Result';
import { defaultPlan } from '../../../../domain/ramp/defaultPlan';
import { parsePlan } from '../../../../domain/ramp/parsePlan';
import type { LoadTestUseCase } from '../../../../engine/loadtest/LoadTestUseCase';
import { anonymous, editor, headroomFixture } from '../../../testing/headroomFixture';
import { loadTestViewFixture } from '../../../testing/loadTestViewFixture';
import { renderPage } from '../../../testing/renderPage';
import { PlanForm } from './PlanForm';

const proposed = defaultPlan({ service: JSON.stringify(['prom', 'prometheus-http', 'search']), pool: 'search', target: 'search-2', members: 5, tier: 'P1', benchmarkRps: 100, poolRps: 450, p99Seconds: 0.2, scrapeMs: 5_000 });

function draw(calls: Partial<LoadTestUseCase> = {}, identity = editor) {
  return renderPage(<PlanForm proposed={proposed} />, { headroom: headroomFixture({ identity, loadTests: calls }) });
}

it('proposes what can be run, and asks once more before traffic moves', async () => {
  const start = jest.fn(() => new Promise<never>(() => undefined));
  draw({ start });
  await userEvent.click(screen.getByRole('button', { name: 'Start…' }));
  const dialog = screen.getByRole('dialog');
  expect(dialog).toHaveTextContent('Up to 80 % of the live traffic of search goes to search-2');
  expect(start).not.toHaveBeenCalled();
  await userEvent.click(within(dialog).getByRole('button', { name: 'Start the load test' }));
  expect(start).toHaveBeenCalledWith(proposed);
});

it('names what does not fit together, and lets nothing be started', async () => {
  draw();
  const field = screen.getByLabelText(/^CPU, one sample/);
  await userEvent.clear(field);
  await userEvent.type(field, '50');
  expect(screen.getByText(/guards\.cpuHard/)).toBeVisible();
  expect(screen.getByText(/must not be below the limit of the mean, 0\.9 \(found 0\.5\)/)).toBeVisible();
  for (const name of ['Start…', 'Preflight', 'Rehearse the way back', 'Try on a simulated target']) {
    expect(screen.getByRole('button', { name })).toBeDisabled();
  }
});

it('shows what preflight found, what refuses first, and forgets it when the plan changes', async () => {
  const checks = [
    { id: 'a', title: 'Scrape interval', state: 'pass', evidence: 'every 5 s' },
    { id: 'b', title: 'Way back', state: 'refuse', evidence: 'the rest could not carry today’s peak' },
  ] as const;
  draw({ preflight: () => Promise.resolve(ok({ checks: [...checks], facts: null })) });
  await userEvent.click(screen.getByRole('button', { name: 'Preflight' }));
  expect(await screen.findByText('1 check refuses the run')).toBeVisible();
  expect(screen.getAllByText(/Refuses: Way back|Passes: Scrape interval/).map((e) => e.textContent)).toEqual(['Refuses: Way back', 'Passes: Scrape interval']);
  await userEvent.click(screen.getByRole('switch', { name: /^Requests are not bound to an instance/ }));
  expect(screen.queryByText('1 check refuses the run')).not.toBeInTheDocument();
});

it('tries the plan on a simulated target, and says that no traffic moves', async () => {
  const simulate = jest.fn(() => Promise.resolve(ok({ runId: 'sim-1' })));
  draw({ simulate, watch: () => of(loadTestViewFixture({ runId: 'sim-1', simulated: true })) });
  await userEvent.click(screen.getByRole('button', { name: 'Try on a simulated target' }));
  expect(await screen.findByText('Simulated: no traffic is moved')).toBeVisible();
  expect(simulate).toHaveBeenCalledWith(proposed, expect.objectContaining({ members: 5 }));
});

it('says why a start was refused', async () => {
  draw({ preflight: () => Promise.resolve(err({ kind: 'unreachable', message: 'The routing endpoint did not answer.' })) });
  await userEvent.click(screen.getByRole('button', { name: 'Preflight' }));
  expect(await screen.findByText('The routing endpoint did not answer.')).toBeVisible();
});

it('lets somebody who may not run tests look and simulate only', () => {
  draw({}, anonymous);
  expect(screen.getByRole('button', { name: 'Start…' })).toBeDisabled();
  expect(screen.getByRole('button', { name: 'Rehearse the way back' })).toBeDisabled();
  expect(screen.getByRole('button', { name: 'Preflight' })).toBeEnabled();
  expect(screen.getByRole('button', { name: 'Try on a simulated target' })).toBeEnabled();
});

it.each([
  ['Greatest share', '8.2', 'limits', 'shareBp', 820],
  ['Greatest raise in one step', '4.35', 'limits', 'stepBp', 435],
  ['From', '2.01', 'course', 'fromBp', 201],
  ['To', '64.1', 'course', 'toBp', 6_410],
] as const)('plans the per cent that was typed as %s', (label, typed, part, field, bp) => {
  const check = jest.fn(parsePlan);
  renderPage(<PlanForm proposed={{ ...proposed, course: { kind: 'curve', fromBp: 100, toBp: 5_000, count: 3, shape: 'linear' } }} />, { headroom: headroomFixture({ loadTests: { check } }) });
  fireEvent.change(screen.getByRole('textbox', { name: new RegExp(`^${label}`) }), { target: { value: typed } });
  expect(check).toHaveBeenLastCalledWith(expect.objectContaining({ [part]: expect.objectContaining({ [field]: bp }) }));
});

it('shows the failures that a goal allows as they were typed', () => {
  renderPage(<PlanForm proposed={{ ...proposed, goal: { rps: 100, errorRatio: 0.07 } }} />);
  expect(screen.getByLabelText(/^Failures the goal allows/)).toHaveValue('7');
});

it('does not guess at a comma in a demand', () => {
  renderPage(<PlanForm proposed={proposed} />);
  const goal = screen.getByLabelText(/^Goal \(optional\)/);
  fireEvent.change(goal, { target: { value: '1,500' } });
  expect(screen.getByText(/a comma may also part thousands/)).toBeVisible();
  fireEvent.blur(goal);
  expect(goal).toHaveValue('');
});

it('names both instances of a comparison before traffic moves', async () => {
  renderPage(<PlanForm proposed={{ ...proposed, result: 'pair', pairedWith: 'search-3', course: { kind: 'steps', sharesBp: [2_500] }, limits: { ...proposed.limits, shareBp: 5_000 } }} />);
  expect(screen.getByText('About search-2 and search-3 of search, pool search.')).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Rehearse the way back' }));
  expect(screen.getByRole('dialog')).toHaveTextContent('Part of the live traffic of search-2 and search-3 of search, pool search, goes to the other members of the pool.');
  await userEvent.click(screen.getByRole('button', { name: 'Cancel' }));
  await userEvent.click(screen.getByRole('button', { name: 'Start…' }));
  expect(screen.getByRole('dialog')).toHaveTextContent('goes to each of search-2 and search-3 in pool search, step by step.');
});
