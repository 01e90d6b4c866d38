import { useState } from 'react';
import { fireEvent, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { of } from 'rxjs';
import { facts as serviceFacts } from '../../../../domain/capacity/serviceFacts.fixture';
import { serviceRef } from '../../../../domain/catalogue/ServiceRef';
import type { RampPlan } from '../../../../domain/ramp/Plan';
import { plan } from '../../../../domain/ramp/run.fixture';
import { fleetViewFixture } from '../../../testing/fleetViewFixture';
import { headroomFixture } from '../../../testing/headroomFixture';
import { renderPage } from '../../../testing/renderPage';
import { stubBrowser } from '../../../testing/stubBrowser';
import { DependencyFields } from './DependencyFields';

beforeEach(stubBrowser);

const [PAYMENTS, CART] = ['payments', 'cart'].map((service) => serviceRef('prom', 'prometheus-http', ['namespace', 'service'], { namespace: 'shop', service }));

function Page({ onPlan }: { readonly onPlan: (plan: RampPlan) => void }) {
  const [shown, setShown] = useState(plan({ service: CART?.key ?? '' }));
  const change = (next: RampPlan) => {
    setShown(next);
    onPlan(next);
  };
  return <DependencyFields plan={shown} onChange={change} />;
}

it('names services of the fleet, each with limits of its own, and not the one that is tested', async () => {
  const onPlan = jest.fn<void, [RampPlan]>();
  const services = [PAYMENTS, CART].flatMap((service) => (service === undefined ? [] : [serviceFacts({ service })]));
  renderPage(<Page onPlan={onPlan} />, { headroom: headroomFixture({ fleet: of(fleetViewFixture({ services })) }) });
  await userEvent.click(screen.getByLabelText(/^Guard a dependency/));
  await userEvent.keyboard('{ArrowDown}{Enter}');
  const dependency = { service: PAYMENTS?.key, direction: 'downstream', p99Seconds: null, pool: null };
  expect(onPlan.mock.lastCall?.[0].dependencies).toEqual([dependency]);
  fireEvent.change(screen.getByLabelText(/^Its p99/), { target: { value: '0.5' } });
  const pool = screen.getByLabelText(/^Own pool to it/);
  fireEvent.change(pool, { target: { value: ' main ' } });
  fireEvent.blur(pool);
  expect(onPlan.mock.lastCall?.[0].dependencies).toEqual([{ ...dependency, p99Seconds: 0.5, pool: 'main' }]);
  fireEvent.click(screen.getByLabelText('Remove dependency shop/payments'));
  expect(onPlan.mock.lastCall?.[0].dependencies).toEqual([]);
});
