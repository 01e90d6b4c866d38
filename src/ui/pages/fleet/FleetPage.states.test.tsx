import { act, configure, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { BehaviorSubject, of } from 'rxjs';
import { DAY, MINUTE } from '../../../domain/base/Duration';
import { awkwardNames } from '../../testing/awkwardNames';
import { factsFixture } from '../../testing/factsFixture';
import { fleetFixture } from '../../testing/fleetFixture';
import { fleetViewFixture } from '../../testing/fleetViewFixture';
import { admin, anonymous, headroomFixture } from '../../testing/headroomFixture';
import { NOW } from '../../testing/NOW';
import { renderPage } from '../../testing/renderPage';
import { stubElementWidth } from '../../testing/stubElementWidth';
import FleetPage from './FleetPage';
import { show, shownNames, three } from './testing/showFleetPage';

jest.mock('@grafana/runtime', () => ({
  PluginPage: ({ actions, children }: { readonly actions: ReactNode; readonly children: ReactNode }) => (
    <>
      {actions}
      {children}
    </>
  ),
}));

// Role queries that look at styles take seconds on a page of this size.
beforeAll(() => configure({ defaultHidden: true }));
afterAll(() => configure({ defaultHidden: false }));

describe('FleetPage', () => {
  beforeEach(() => jest.spyOn(Date, 'now').mockReturnValue(NOW));
  afterEach(() => jest.restoreAllMocks());

  describe('states', () => {
    it('is a skeleton with progress while loading', async () => {
      const progress = { share: 0.1, doing: 'Reading daily peaks', questionsDone: 1, questions: 9 };
      await show({ state: 'loading', services: [], progress });
      expect(screen.getByText('Reading the fleet…')).toBeInTheDocument();
      expect(screen.getByRole('progressbar')).toHaveAttribute(
        'aria-valuetext',
        'Reading 90 days of history: 10 percent'
      );
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

    it('does not say that nothing is saved when what is saved cannot be read', async () => {
      const notices = [
        { id: 'settings invalid', severity: 'error', title: 'The saved settings cannot be used', detail: 'x' },
      ] as const;
      await show({ mode: 'session', notices });
      expect(screen.getByText('The saved settings cannot be used')).toBeInTheDocument();
      expect(screen.queryByText(/Nothing is saved/)).not.toBeInTheDocument();
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

    it('says since when a service is known once that stands, not while history is read', async () => {
      stubElementWidth(1600);
      const young = factsFixture({ name: 'young' });
      const services = [...three, { ...young, ath: { ...young.ath, since: NOW - 5 * DAY } }];
      const progress = { share: 0.4, doing: 'Daily peaks', questionsDone: 1, questions: 9 };
      const views = new BehaviorSubject(fleetViewFixture({ services, progress }));
      renderPage(<FleetPage />, { headroom: headroomFixture({ fleet: views }) });
      await waitFor(() => expect(shownNames()).toHaveLength(4));
      expect(screen.queryByText('since 2026-11-16')).not.toBeInTheDocument();
      act(() => views.next(fleetViewFixture({ services })));
      expect(await screen.findByText('since 2026-11-16')).toBeInTheDocument();
      // The rest is known from the day the header names.
      expect(screen.getAllByText(/^since /)).toHaveLength(2);
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
    stubElementWidth(380);
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
