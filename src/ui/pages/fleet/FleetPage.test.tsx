import { configure, fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { NOW } from '../../testing/NOW';
import { address, show, shownNames, three } from './testing/showFleetPage';

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
});
