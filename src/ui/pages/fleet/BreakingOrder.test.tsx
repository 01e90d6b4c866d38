import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { factsFixture } from '../../testing/factsFixture';
import { renderPage } from '../../testing/renderPage';
import type { BreakingList } from './breakingList';
import { BreakingOrder } from './BreakingOrder';

const listOf = (...growths: number[]): BreakingList => ({
  breaking: growths.map((breaksAbove, i) => ({
    service: factsFixture({ name: `s${i}` }).service,
    tier: 'P1',
    breaksAbove,
  })),
  unknown: 0,
});
const items = () => within(screen.getByRole('list')).getAllByRole('listitem');

describe('BreakingOrder', () => {
  it('says of each in words whether it breaks and where', () => {
    renderPage(<BreakingOrder list={listOf(-0.1, 0.12, 0.3)} growth={0.2} />);
    expect(items().map((li) => li.textContent?.replace(/\u00a0/g, ' '))).toEqual([
      'P1s0breaks already',
      'P1s1breaks at +12 %',
      'P1s2holds to +30 %',
    ]);
  });

  it('shows ten, then fifty more', async () => {
    renderPage(<BreakingOrder list={listOf(...Array.from({ length: 100 }, (_, i) => i / 100))} growth={0.2} />);
    expect(items()).toHaveLength(10);
    await userEvent.click(screen.getByRole('button', { name: 'Show 50 more of 90' }));
    expect(items()).toHaveLength(60);
  });

  it('only counts the many that break anyway, until asked', async () => {
    renderPage(<BreakingOrder list={listOf(-0.6, -0.5, -0.4, -0.3, -0.2, -0.1, 0.1)} growth={0.2} />);
    expect(screen.getByText('6 break at their peak as it is.')).toBeInTheDocument();
    expect(items()).toHaveLength(1);
    await userEvent.click(screen.getByRole('button', { name: 'Show them first' }));
    expect(items()).toHaveLength(7);
  });
});
