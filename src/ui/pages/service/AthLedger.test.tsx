import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { err, ok } from '../../../domain/base/Result';
import type { Headroom } from '../../../engine/Headroom';
import { anonymous, headroomFixture } from '../../testing/headroomFixture';
import { renderPage } from '../../testing/renderPage';
import { AthLedger } from './AthLedger';
import { serviceViewFixture } from './serviceViewFixture';

const { ledger, daily } = serviceViewFixture().peaks;

function open(voidAth: Headroom['benchmarks']['voidAth'] = jest.fn(), identity?: typeof anonymous) {
  const onChanged = jest.fn();
  const headroom = headroomFixture({ benchmarks: { voidAth }, ...(identity && { identity }) });
  renderPage(<AthLedger ledger={ledger} daily={daily} serviceKey="k" onChanged={onChanged} />, { headroom });
  return onChanged;
}

const voidFirst = async (reason: string) => {
  await userEvent.click(screen.getAllByRole('button', { name: /^Void the peak of/ })[0]!);
  const dialog = within(screen.getByRole('dialog'));
  if (reason !== '') {
    await userEvent.type(dialog.getByLabelText(/^Reason/), reason);
  }
  await userEvent.click(dialog.getByRole('button', { name: 'Void this peak' }));
  return dialog;
};

describe('AthLedger', () => {
  it('says of every high where it comes from and whether it counts', () => {
    open();
    const [, first, second, third] = screen.getAllByRole('row');
    expect(first).toHaveTextContent('read by this browsercounts');
    expect(second).toHaveTextContent('at least 3.89K req/s5 minpublished by gracecounts, as “at least”');
    expect(third).toHaveTextContent('void: a crawler was let loose on production (ada)');
    expect(within(third!).queryByRole('button')).not.toBeInTheDocument();
  });

  it('marks a published high that the data kept now does not reach', () => {
    const low = daily && { ...daily, values: daily.values.map(() => 1000) };
    renderPage(<AthLedger ledger={ledger} daily={low} serviceKey="k" onChanged={jest.fn()} />, {});
    const [, first, second] = screen.getAllByRole('row');
    expect(second).toHaveTextContent('counts, as “at least”; the data kept now reaches only 1K req/s');
    expect(first).not.toHaveTextContent('data kept now');
  });

  it('voids with a reason', async () => {
    const voidAth = jest.fn(() => Promise.resolve(ok(null)));
    const onChanged = open(voidAth);
    await voidFirst(' replay of old traffic ');
    expect(voidAth).toHaveBeenCalledWith('k', ledger[0]?.at, 'replay of old traffic');
    await waitFor(() => expect(onChanged).toHaveBeenCalledTimes(1));
  });

  it('asks for the reason', async () => {
    const voidAth = jest.fn();
    open(voidAth);
    const dialog = await voidFirst('');
    expect(dialog.getByText(/Say why this peak does not count/)).toBeInTheDocument();
    expect(voidAth).not.toHaveBeenCalled();
  });

  it('keeps the reason when it is refused', async () => {
    open(() => Promise.resolve(err({ kind: 'unreachable' as const, message: 'Timed out.' })));
    const dialog = await voidFirst('replay');
    expect(await dialog.findByText(/Timed out\./)).toBeInTheDocument();
    expect(dialog.getByLabelText(/^Reason/)).toHaveValue('replay');
  });

  it('offers nothing to somebody who may not', () => {
    open(undefined, anonymous);
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
  });
});
