import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { err, ok } from '../../../../domain/base/Result';
import { capabilities as keeperCapabilities } from '../../../../domain/routing/capabilities.fixture';
import type { RoutingCapabilities } from '../../../../domain/routing/capabilitiesSchema';
import type { RoutingUseCase } from '../../../../engine/routing/RoutingUseCase';
import { admin, editor, headroomFixture } from '../../../testing/headroomFixture';
import { NOW } from '../../../testing/NOW';
import { renderPage } from '../../../testing/renderPage';
import { RoutingSection } from './RoutingSection';

const capabilities: RoutingCapabilities = { ...keeperCapabilities, singleWriter: 'assumed' };

const draw = (routing: Partial<RoutingUseCase>, identity = admin) =>
  renderPage(<RoutingSection />, { headroom: headroomFixture({ identity, routing: { access: async () => ok({ url: 'http://keeper:7070', tokenSet: true }), capabilities: async () => ok(capabilities), ...routing } }) });

it('says in words what the endpoint promises, and what to mind', async () => {
  draw({});
  expect(await screen.findByText(/After the browser or the keeper dies, baseline is back within/)).toBeVisible();
  expect(screen.getByText(/Somebody else could write weights meanwhile/)).toBeVisible();
  expect(screen.getByText('headroom-keeper 0.1.0 with haproxy-lua, contract version 1.')).toBeVisible();
});

it('says why the endpoint did not answer, and looks again when asked to', async () => {
  const look = jest.fn<ReturnType<RoutingUseCase['capabilities']>, []>().mockResolvedValueOnce(err({ kind: 'unreachable', message: 'The endpoint answered with a login page.' })).mockResolvedValue(ok(capabilities));
  draw({ capabilities: look });
  expect(await screen.findByText('The endpoint answered with a login page.')).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Look again' }));
  expect(await screen.findByText(/headroom-keeper/)).toBeVisible();
});

it('asks nothing of an endpoint that is not configured', async () => {
  const look = jest.fn();
  draw({ access: async () => ok({ url: null, tokenSet: false }), capabilities: look });
  expect(await screen.findByText(/Nothing is configured/)).toBeVisible();
  expect(look).not.toHaveBeenCalled();
});

it('shows a stored address that cannot be used as it stands, and saves it put right', async () => {
  const save = jest.fn<ReturnType<RoutingUseCase['save']>, [string | null, string | null]>(async () => ok({ url: 'http://keeper:7070', tokenSet: true }));
  const look = jest.fn<ReturnType<RoutingUseCase['capabilities']>, []>(async () => ok(capabilities));
  const message = 'The address must be http://keeper:7070: save it again.';
  draw({ access: async () => err({ kind: 'invalid', message, stored: 'http://keeper:7070/' }), save, capabilities: look });
  expect(await screen.findByText(message)).toBeVisible();
  expect(screen.getByLabelText(/^Address/)).toHaveValue('http://keeper:7070/');
  expect(screen.getByText(/Whether one is kept is not known; left empty, a kept one stays/)).toBeVisible();
  expect(screen.queryByText(/Nothing is configured/)).not.toBeInTheDocument();
  expect(look).not.toHaveBeenCalled();
  await userEvent.click(screen.getByRole('button', { name: 'Save the endpoint' }));
  expect(save).toHaveBeenCalledWith('http://keeper:7070/', null);
  expect(await screen.findByText(/headroom-keeper/)).toBeVisible();
  expect(screen.queryByText(message)).not.toBeInTheDocument();
});

it.each([
  ['nobody answers', 'unreachable', false],
  ['the stored address is no text', 'invalid', false],
  ['a role may not read settings; the endpoint may still be asked', 'forbidden', true],
] as const)('offers no empty form to save while %s', async (_, kind, asks) => {
  const access = jest
    .fn<ReturnType<RoutingUseCase['access']>, []>()
    .mockResolvedValueOnce(err({ kind, message: 'It is not known.' }))
    .mockResolvedValue(ok({ url: 'http://keeper:7070', tokenSet: true }));
  const look = jest.fn<ReturnType<RoutingUseCase['capabilities']>, []>(async () => ok(capabilities));
  draw({ access, capabilities: look });
  expect(await screen.findByText('It is not known.')).toBeVisible();
  expect(screen.queryByLabelText(/^Address/)).not.toBeInTheDocument();
  expect(screen.queryByRole('button', { name: 'Save the endpoint' })).not.toBeInTheDocument();
  expect(screen.queryByText(/Nothing is configured/)).not.toBeInTheDocument();
  expect(look).toHaveBeenCalledTimes(asks ? 1 : 0);
  await userEvent.click(screen.getByRole('button', { name: 'Read again' }));
  expect(await screen.findByLabelText(/^Address/)).toHaveValue('http://keeper:7070');
});

it('leaves the stored token alone when only the address is changed', async () => {
  const save = jest.fn<ReturnType<RoutingUseCase['save']>, [string | null, string | null]>(async () => ok({ url: 'http://other:7070', tokenSet: true }));
  draw({ save });
  const address = await screen.findByLabelText(/^Address/);
  await userEvent.clear(address);
  await userEvent.type(address, 'http://other:7070');
  await userEvent.click(screen.getByRole('button', { name: 'Save the endpoint' }));
  expect(save).toHaveBeenCalledWith('http://other:7070', null);
});

it('names what is wrong with an address and keeps what was typed', async () => {
  draw({ save: async () => err({ kind: 'invalid', message: '"keeper" is not an address' }) });
  const address = await screen.findByLabelText(/^Address/);
  await userEvent.clear(address);
  await userEvent.type(address, 'keeper');
  await userEvent.click(screen.getByRole('button', { name: 'Save the endpoint' }));
  expect(await screen.findByText('"keeper" is not an address')).toBeVisible();
  expect(address).toHaveValue('keeper');
});

it('freezes with a reason, and only an Admin may', async () => {
  const freeze = jest.fn<ReturnType<RoutingUseCase['freeze']>, [string]>(async (reason) => ok({ ...capabilities, frozen: { reason, by: 'root', since: NOW } }));
  draw({ freeze });
  const button = await screen.findByRole('button', { name: 'Freeze all load tests' });
  expect(button).toBeDisabled();
  await userEvent.type(screen.getByLabelText('Reason of the freeze'), 'incident 7');
  await userEvent.click(button);
  expect(freeze).toHaveBeenCalledWith('incident 7');
  expect(await screen.findByText(/Frozen by root since .*: incident 7/)).toBeVisible();
  expect(screen.getByRole('button', { name: 'Lift the freeze' })).toBeVisible();
});

it('lets an Editor look, not set or freeze', async () => {
  draw({}, editor);
  expect(await screen.findByText('Only an Admin may set the endpoint.')).toBeVisible();
  expect(await screen.findByText('An Admin can freeze all load tests here.')).toBeVisible();
  for (const name of ['Save the endpoint', 'Reset']) {
    expect(screen.queryByRole('button', { name })).not.toBeInTheDocument();
  }
  expect(screen.getByLabelText(/^Token/)).toHaveValue('configured');
});
