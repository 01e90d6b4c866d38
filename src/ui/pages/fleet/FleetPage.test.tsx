import { act, configure, fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { useLocation } from 'react-router-dom';
import { BehaviorSubject, of } from 'rxjs';
import { MINUTE } from '../../../domain/base/Duration';
import { unknown } from '../../../domain/base/Figure';
import type { FleetView } from '../../../engine/fleet/FleetView';
import type { Identity } from '../../../ports/Identity';
import { awkwardNames } from '../../testing/awkwardNames';
import { factsFixture } from '../../testing/factsFixture';
import { fleetFixture } from '../../testing/fleetFixture';
import { fleetViewFixture } from '../../testing/fleetViewFixture';
import { admin, anonymous, headroomFixture } from '../../testing/headroomFixture';
import { NOW } from '../../testing/NOW';
import { renderPage } from '../../testing/renderPage';
import FleetPage from './FleetPage';

jest.mock('@grafana/runtime', () => ({
  PluginPage: ({ actions, children }: { readonly actions: ReactNode; readonly children: ReactNode }) => (
    <>
      {actions}
      {children}
    </>
  ),
}));

const three = [
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
async function show(view: Partial<FleetView> = {}, { at = '/fleet', identity, onRefresh }: Around = {}) {
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

const shownNames = () => [...document.querySelectorAll('th[scope=row] a')].map((a) => a.textContent);
const address = () => screen.getByLabelText('address').textContent;

// Role queries that look at styles take seconds on a page of this size.
jest.setTimeout(30_000);
beforeAll(() => configure({ defaultHidden: true }));
afterAll(() => configure({ defaultHidden: false }));

describe('FleetPage', () => {
  beforeEach(() => jest.spyOn(Date, 'now').mockReturnValue(NOW));
  afterEach(() => jest.restoreAllMocks());

  it('puts those who will not hold first', async () => {
    await show();
    expect(shownNames()).toEqual(['pay', 'dark', 'cart']);
    const [, pay] = screen.getAllByRole('row');
    expect(within(pay as HTMLElement).getByText('Short')).toBeInTheDocument();
    expect(screen.getByRole('group', { name: 'Short at the next peak' })).toHaveTextContent('P01');
  });

  it('leads from a row to its service', async () => {
    await show();
    expect(document.querySelector('th[scope=row] a')).toHaveAttribute(
      'href',
      `/a/headroom-capacity-app/service?key=${encodeURIComponent(three[0]?.service.key ?? '')}`
    );
  });

  it('shows unknown with its reason, never as 0', async () => {
    await show();
    const spare = screen.getByRole('button', { name: /^Spare instances: unknown/ });
    expect(spare).toHaveTextContent('unknown');
    expect(spare).toHaveAccessibleName('Spare instances: unknown. No metric counts them. Add a label');
  });

  it('opens the evidence of one figure, and of a whole row', async () => {
    await show();
    await userEvent.click(screen.getAllByRole('button', { name: /^Headroom:/ })[0] as HTMLElement);
    expect(await screen.findByRole('heading', { name: 'Headroom of pay' })).toBeInTheDocument();
    expect(screen.getByLabelText('Arithmetic')).toHaveTextContent('plain peak');
    await userEvent.click(screen.getByRole('button', { name: /Close/ }));
    await userEvent.click(screen.getByRole('button', { name: 'Evidence of all figures of pay' }));
    const [drawer] = await screen.findAllByRole('dialog', { name: 'Figures of pay' });
    expect(within(drawer as HTMLElement).getByText(/^Safe limit per instance: 260/)).toBeInTheDocument();
  });

  it('has one tab stop for the evidence of a row, not a dozen', async () => {
    await show();
    const [, pay] = screen.getAllByRole('row');
    const stops = within(pay as HTMLElement)
      .getAllByRole('button')
      .filter((b) => b.tabIndex >= 0);
    expect(stops.map((b) => b.getAttribute('aria-label'))).toEqual([
      'Show details of pay',
      'Evidence of all figures of pay',
    ]);
  });

  it('opens a row to show the columns that had no room, reasons included', async () => {
    await show();
    const toggle = screen.getByRole('button', { name: 'Show details of pay' });
    expect(toggle).toHaveAttribute('aria-expanded', 'false');
    await userEvent.click(toggle);
    expect(screen.getByRole('button', { name: 'Hide details of pay' })).toHaveAttribute('aria-expanded', 'true');
    expect(screen.getByText('All-time high')).toBeInTheDocument();
    expect(screen.getByRole('list', { name: 'Reasons of the status' })).toHaveTextContent(/short by/);
  });

  describe('the view', () => {
    it('is taken from the address', async () => {
      await show({}, { at: '/fleet?tier=P1&status=idle&q=c' });
      expect(shownNames()).toEqual(['cart']);
      expect(screen.getByRole('button', { name: 'P1' })).toHaveAttribute('aria-pressed', 'true');
      expect(screen.getByPlaceholderText(/Search/)).toHaveValue('c');
    });

    it('goes into the address once it settles, beside what others put there', async () => {
      await show({}, { at: '/fleet?orgId=3' });
      await userEvent.type(screen.getByPlaceholderText(/Search/), 'cart');
      await waitFor(() => expect(shownNames()).toEqual(['cart']));
      await waitFor(() => expect(address()).toBe('?orgId=3&q=cart'));
    });

    it('survives nonsense in the address and leaves it there until something is changed', async () => {
      await show({}, { at: '/fleet?tier=P7&growth=lots&sort=!&page=-1' });
      expect(shownNames()).toEqual(['pay', 'dark', 'cart']);
      expect(address()).toBe('?tier=P7&growth=lots&sort=!&page=-1');
    });

    it('sorts by a header, says so, and returns to worst first', async () => {
      await show();
      const header = () => screen.getByRole('columnheader', { name: /Spare/ });
      await userEvent.click(within(header()).getByRole('button'));
      await waitFor(() => expect(header()).toHaveAttribute('aria-sort', 'ascending'));
      expect(shownNames().at(-1)).toBe('dark');
      await userEvent.click(within(header()).getByRole('button'));
      await waitFor(() => expect(shownNames()).toEqual(['cart', 'pay', 'dark']));
      await userEvent.click(within(header()).getByRole('button'));
      await waitFor(() => expect(header()).not.toHaveAttribute('aria-sort'));
    });

    it('groups by owner', async () => {
      await show();
      await userEvent.click(screen.getByRole('button', { name: 'Group by owner' }));
      const heads = [...document.querySelectorAll('th[scope=rowgroup]')];
      expect(heads.map((h) => h.textContent)).toEqual([
        'money1 service · 1 short',
        'No owner1 service',
        'shop1 service',
      ]);
    });

    it('filters by owner, nobody included', async () => {
      await show();
      await userEvent.click(screen.getByRole('button', { name: 'All owners' }));
      await userEvent.click(await screen.findByRole('checkbox', { name: 'No owner' }));
      await waitFor(() => expect(shownNames()).toEqual(['dark']));
      expect(screen.getByRole('button', { name: 'Owners: 1' })).toBeInTheDocument();
      await waitFor(() => expect(address()).toBe('?owner='));
    });

    it('offers a way back when nothing matches', async () => {
      await show({}, { at: '/fleet?q=nothing' });
      expect(screen.getByText('No service matches')).toBeInTheDocument();
      expect(screen.getByText('None of 3 services')).toBeInTheDocument();
      await userEvent.click(screen.getByRole('button', { name: 'Clear search and filters' }));
      expect(shownNames()).toHaveLength(3);
    });

    it('leads from the number of short services to their tier', async () => {
      await show();
      await userEvent.click(screen.getByRole('button', { name: '1 short: show P0, worst first' }));
      expect(shownNames()).toEqual(['pay']);
    });
  });

  describe('growth on every peak', () => {
    it('says who breaks, in which order, and judges the rows by it', async () => {
      await show();
      expect(screen.queryByRole('list', { name: /order in which they break/ })).not.toBeInTheDocument();
      fireEvent.change(screen.getByRole('slider', { name: 'Growth on every peak' }), { target: { value: '200' } });
      const order = screen.getByRole('list', { name: /order in which they break/ });
      expect(
        within(order)
          .getAllByRole('link')
          .map((a) => a.textContent)
      ).toEqual(['pay', 'cart']);
      expect(screen.getByText(/^1 unknown: their limit/)).toBeInTheDocument();
      await screen.findByRole('group', { name: /Short at \+200/ });
      expect(screen.getByRole('group', { name: /Short at \+200/ })).toHaveTextContent('P01P11');
      await waitFor(() => expect(address()).toBe('?growth=200'));
    });

    it('is in words for screen readers', async () => {
      await show({}, { at: '/fleet?growth=35' });
      expect(screen.getByRole('slider')).toHaveAttribute('aria-valuetext', '+35\u00a0%');
    });

    it('can be taken back', async () => {
      await show({}, { at: '/fleet?growth=35' });
      await userEvent.click(screen.getByRole('button', { name: 'Back to no growth' }));
      await screen.findByRole('group', { name: 'Short at the next peak' });
    });
  });

  describe('states', () => {
    it('is a skeleton with progress while loading', async () => {
      const progress = { share: 0.1, doing: 'Reading daily peaks', questionsDone: 1, questions: 9 };
      await show({ state: 'loading', services: [], progress });
      expect(screen.getByText('Reading the fleet…')).toBeInTheDocument();
      expect(screen.getByRole('progressbar')).toHaveAttribute('aria-valuetext', '10 percent: Reading daily peaks');
    });

    it('says why it is empty and what to do', async () => {
      await show({
        state: 'empty',
        services: [],
        notices: [{ id: 'a', severity: 'warning', title: 'No metrics', detail: 'None found', next: 'Add a profile' }],
      });
      expect(screen.getByText('No services found')).toBeInTheDocument();
      expect(screen.getByText('Add a profile')).toBeInTheDocument();
      expect(screen.getByRole('link', { name: 'Open configuration' })).toHaveAttribute(
        'href',
        '/a/headroom-capacity-app/configuration'
      );
    });

    it('does not wait for ever for a fleet without services', async () => {
      renderPage(<FleetPage />, { headroom: headroomFixture({ fleet: of(fleetViewFixture({ services: [] })) }) });
      expect(screen.getByText('No services found')).toBeInTheDocument();
    });

    it('keeps the rows beside a partial error', async () => {
      await show({
        notices: [
          { id: 'a', severity: 'error', title: 'Peaks could not be read', detail: '422', expr: 'max_over_time(x[1d])' },
        ],
      });
      expect(screen.getByText('Peaks could not be read')).toBeInTheDocument();
      expect(screen.getByText('max_over_time(x[1d])')).toBeInTheDocument();
      expect(shownNames()).toHaveLength(3);
    });

    it.each([
      ['an Admin', admin, /^Save it in the configuration/],
      ['anybody else', anonymous, /^An Admin can save it/],
    ])('tells %s that nothing is saved and who can', async (_, identity, words) => {
      await show({ mode: 'session' }, { identity });
      expect(screen.getByText(/Nothing is saved/)).toBeInTheDocument();
      expect(screen.getByText(words)).toBeInTheDocument();
    });

    it('shows how old the present is and asks again', async () => {
      const onRefresh = jest.fn();
      await show({ readAt: NOW - 7 * MINUTE }, { onRefresh });
      expect(screen.getByText('read 7 minutes ago')).toBeInTheDocument();
      await userEvent.click(screen.getByRole('button', { name: 'Refresh' }));
      expect(onRefresh).toHaveBeenCalledTimes(1);
    });

    it('follows what the engine hands it', async () => {
      const views = new BehaviorSubject(fleetViewFixture({ state: 'loading', services: [] }));
      renderPage(<FleetPage />, { headroom: headroomFixture({ fleet: views }) });
      act(() => views.next(fleetViewFixture({ services: three })));
      await waitFor(() => expect(shownNames()).toHaveLength(3));
      act(() => views.next(fleetViewFixture({ services: three.slice(0, 1) })));
      await waitFor(() => expect(shownNames()).toEqual(['pay']));
    });

    it('survives awkward names', async () => {
      await show({ services: awkwardNames.map((name) => factsFixture({ name, namespace: 'a\nb"c' })) });
      expect(shownNames()).toHaveLength(awkwardNames.length);
      expect(screen.getByText('(no name)')).toBeInTheDocument();
      expect(screen.getByText('say "hello" \\ {brace} <b>bold</b>')).toBeInTheDocument();
    });
  });

  describe('a large fleet', () => {
    it('is drawn a page at a time', async () => {
      await show({ services: fleetFixture(120) });
      await waitFor(() => expect(shownNames()).toHaveLength(25));
      const first = shownNames();
      await userEvent.click(screen.getByRole('button', { name: 'Next page' }));
      await screen.findByText('26–50 of 120');
      expect(shownNames().filter((name) => first.includes(name))).toEqual([]);
      await userEvent.click(screen.getByRole('radio', { name: '100 rows a page' }));
      await waitFor(() => expect(shownNames()).toHaveLength(100));
    });

    it('starts at the first page again when the filter changes', async () => {
      await show({ services: fleetFixture(120) }, { at: '/fleet?page=3' });
      await screen.findByText('51–75 of 120');
      await userEvent.click(screen.getByRole('button', { name: /^Short/ }));
      await screen.findByText(/^1–/);
    });
  });

  it('is a list of cards where a table has no room', async () => {
    jest.spyOn(HTMLElement.prototype, 'getBoundingClientRect').mockReturnValue({ width: 380 } as DOMRect);
    await show();
    expect(screen.queryByRole('table')).not.toBeInTheDocument();
    const [pay] = within(screen.getByRole('list', { name: 'Services' })).getAllByRole('listitem');
    const card = within(pay as HTMLElement);
    expect(card.getByRole('link', { name: 'pay' })).toBeInTheDocument();
    expect(card.queryByText('Safe limit')).not.toBeInTheDocument();
    await userEvent.click(card.getByRole('button', { name: 'More of pay' }));
    expect(card.getByText('Safe limit')).toBeInTheDocument();
  });
});
