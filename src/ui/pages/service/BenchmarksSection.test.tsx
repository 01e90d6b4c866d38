import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { err, ok } from '../../../domain/base/Result';
import type { Headroom } from '../../../engine/Headroom';
import { anonymous, headroomFixture } from '../../testing/headroomFixture';
import { renderPage } from '../../testing/renderPage';
import { BenchmarksSection } from './BenchmarksSection';
import { FIXTURE_SERVICE, serviceFactsFixture } from './serviceFactsFixture';
import { serviceViewFixture } from './serviceViewFixture';

const stored = serviceViewFixture().benchmarks;

function open(benchmarks: Partial<Headroom['benchmarks']> = {}, identity?: typeof anonymous) {
  const onChanged = jest.fn();
  const headroom = headroomFixture({ benchmarks, ...(identity && { identity }) });
  renderPage(<BenchmarksSection facts={serviceFactsFixture()} benchmarks={stored} onChanged={onChanged} />, {
    headroom,
  });
  return onChanged;
}

async function fill(low: string, high = '') {
  await userEvent.click(screen.getByRole('button', { name: 'Declare a benchmark' }));
  await userEvent.type(screen.getByLabelText(/^Lower end/), low);
  if (high !== '') {
    await userEvent.type(screen.getByLabelText(/^Upper end/), high);
  }
  await userEvent.type(screen.getByLabelText(/^Note/), 'found in the sale');
  await userEvent.click(screen.getByRole('button', { name: 'Declare' }));
}

describe('BenchmarksSection', () => {
  it('lists what is on record, marks the one in use and says what makes one stale', () => {
    open();
    const rows = screen.getAllByRole('row');
    expect(rows[1]).toHaveTextContent(/260 to 310 req\/s in use.*declared.*v41.*ada/);
    expect(rows[2]).toHaveTextContent(/at least 190 req\/s.*stale/);
    expect(within(rows[2]!).queryByText('in use')).not.toBeInTheDocument();
  });

  it('declares', async () => {
    const declare = jest.fn(() => Promise.resolve(ok(stored[0]!)));
    const onChanged = open({ declare });
    await fill('280', '300');
    expect(declare).toHaveBeenCalledWith(FIXTURE_SERVICE.key, {
      low: 280,
      high: 300,
      version: null,
      spec: null,
      note: 'found in the sale',
    });
    await waitFor(() => expect(onChanged).toHaveBeenCalledTimes(1));
    expect(screen.queryByRole('form', { name: 'Declare a benchmark' })).not.toBeInTheDocument();
  });

  it('says at the field what is wrong, and sends nothing', async () => {
    const declare = jest.fn();
    open({ declare });
    await fill('plenty');
    expect(screen.getByText(/“plenty” is not a number/)).toBeInTheDocument();
    expect(declare).not.toHaveBeenCalled();
  });

  it.each([
    [
      () => Promise.resolve(err({ kind: 'forbidden' as const, message: 'Editors only.' })),
      /You are not allowed to do this here\. Editors only\./,
    ],
    [() => Promise.reject(new Error('socket hang up')), /could not be reached.*socket hang up/],
  ])('keeps what was typed when it is refused', async (declare, words) => {
    const onChanged = open({ declare });
    await fill('280');
    expect(await screen.findByText(words)).toBeInTheDocument();
    expect(screen.getByLabelText(/^Lower end/)).toHaveValue('280');
    expect(screen.getByLabelText(/^Note/)).toHaveValue('found in the sale');
    expect(onChanged).not.toHaveBeenCalled();
  });

  it('asks before it withdraws', async () => {
    const withdraw = jest.fn(() => Promise.resolve(ok(null)));
    const onChanged = open({ withdraw });
    await userEvent.click(screen.getByRole('button', { name: /^Withdraw at least 190/ }));
    expect(withdraw).not.toHaveBeenCalled();
    await userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Withdraw' }));
    expect(withdraw).toHaveBeenCalledWith('b2');
    await waitFor(() => expect(onChanged).toHaveBeenCalledTimes(1));
  });

  it('offers nothing to somebody who may not', () => {
    open({}, anonymous);
    expect(screen.queryByRole('button', { name: /Declare|Withdraw/ })).not.toBeInTheDocument();
  });
});
