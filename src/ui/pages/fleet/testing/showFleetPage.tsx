import { screen } from '@testing-library/react';
import { useLocation } from 'react-router-dom';
import { of } from 'rxjs';
import { unknown } from '../../../../domain/base/Figure';
import type { FleetView } from '../../../../engine/fleet/FleetView';
import type { Identity } from '../../../../ports/Identity';
import { factsFixture } from '../../../testing/factsFixture';
import { fleetViewFixture } from '../../../testing/fleetViewFixture';
import { headroomFixture } from '../../../testing/headroomFixture';
import { renderPage } from '../../../testing/renderPage';
import FleetPage from '../FleetPage';

/** Three services: two tiers, and one nobody counts the instances of. */
export const three = [
  factsFixture({ name: 'pay', tier: 'P0', owner: 'money', ready: 4 }),
  factsFixture({ name: 'cart', tier: 'P1', owner: 'shop', ready: 12 }),
  factsFixture({
    name: 'dark',
    tier: 'P1',
    owner: null,
    instances: unknown('instances', 'no metric counts them', 'Add a label'),
  }),
];

function Address() {
  return <output aria-label="address">{useLocation().search}</output>;
}

interface Around {
  readonly at?: string;
  readonly identity?: Identity;
  readonly onRefresh?: () => void;
}

/** Renders the page and waits until it is judged, which happens in slices. */
export async function show(view: Partial<FleetView> = {}, { at = '/fleet', identity, onRefresh }: Around = {}) {
  const fleet = of(fleetViewFixture({ services: three, ...view }));
  renderPage(
    <>
      <FleetPage />
      <Address />
    </>,
    { at, headroom: headroomFixture({ fleet, identity, onRefresh }) }
  );
  if ((view.state ?? 'ready') === 'ready') {
    await screen.findByRole('search');
  }
}

/** Names in the order of the table. */
export const shownNames = () => [...document.querySelectorAll('th[scope=row] a')].map((a) => a.textContent);
/** Query string of the page's address. */
export const address = () => screen.getByLabelText('address').textContent;
