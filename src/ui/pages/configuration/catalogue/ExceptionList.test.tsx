import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ok } from '../../../../domain/base/Result';
import { defaultSettings } from '../../../../domain/catalogue/defaultSettings';
import type { Settings } from '../../../../domain/catalogue/Settings';
import type { SetupUseCase } from '../../../../engine/setup/SetupUseCase';
import { admin, headroomFixture } from '../../../testing/headroomFixture';
import { renderPage } from '../../../testing/renderPage';
import { ConfigurationContext } from '../ConfigurationContext';
import { useConfiguration } from '../draft/useConfiguration';
import { ExceptionList } from './ExceptionList';

const CART = '["prom","prometheus-http","shop","cart"]';
const MAIL = '["prom","prometheus-http","shop","mail"]';
const SAVED: Settings = {
  ...defaultSettings(),
  exceptions: [
    { service: CART, traits: { eventFactor: 2 } },
    { service: MAIL, traits: { tier: 'P1' } },
  ],
};

function Page({ setup }: { readonly setup: SetupUseCase }) {
  const configuration = useConfiguration(setup);
  const { state, change } = configuration;
  if (state.phase !== 'editing') {
    return null;
  }
  const inspections = { findings: new Map(), again: () => undefined };
  return (
    <ConfigurationContext.Provider value={{ draft: state.draft, change, editable: true, inspections, setup, identity: admin }}>
      <ExceptionList services={[]} />
      <button onClick={() => void configuration.save()}>Save</button>
    </ConfigurationContext.Provider>
  );
}

async function show() {
  const save = jest.fn<ReturnType<SetupUseCase['save']>, [Settings, string]>(async (settings, revision) =>
    ok({ settings, revision: `${revision}+`, bytes: 10, migrated: null })
  );
  const load: SetupUseCase['load'] = async () => ok({ settings: SAVED, revision: 'r', bytes: 10, migrated: null });
  renderPage(<Page setup={{ ...headroomFixture().setup, load, save }} />);
  const user = userEvent.setup();
  await user.click(await screen.findByRole('button', { name: /^Edit exception for .*cart/ }));
  return { save, user, field: screen.getByRole('textbox', { name: /^Event factor/ }) };
}

const cards = () => screen.getAllByRole('button', { name: /^(Edit|Show) exception for / }).map(({ textContent }) => /cart|mail/.exec(textContent)?.[0]);
const savedExceptions = (save: jest.Mock<unknown, [Settings, string]>) => save.mock.calls.map(([{ exceptions }]) => exceptions);

it('lets a number be typed into the first of two: card and focus stay', async () => {
  const { save, user, field } = await show();
  await user.clear(field);
  await user.keyboard('1.5');
  expect(field).toBeInTheDocument();
  expect(field).toHaveFocus();
  expect(field).toHaveValue('1.5');
  expect(cards()).toEqual(['cart', 'mail']);
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(savedExceptions(save)).toEqual([[{ service: CART, traits: { eventFactor: 1.5 } }, { service: MAIL, traits: { tier: 'P1' } }]]);
});

it('says that one left without a statement goes, and drops it with the save', async () => {
  const { save, user, field } = await show();
  await user.clear(field);
  expect(screen.getByText('states nothing: saving drops it')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(savedExceptions(save)).toEqual([[{ service: MAIL, traits: { tier: 'P1' } }]]);
  expect(cards()).toEqual(['mail']);
});

it('removes one on request only', async () => {
  const { user } = await show();
  await user.click(screen.getByRole('button', { name: /^Remove the exception for .*cart/ }));
  expect(cards()).toEqual(['mail']);
  expect(within(screen.getByRole('region', { name: 'Exceptions for single services' })).queryByRole('textbox', { name: /^Event factor/ })).not.toBeInTheDocument();
});
