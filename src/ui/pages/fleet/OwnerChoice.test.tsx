import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { OwnerChoice } from './OwnerChoice';

const many = [...Array.from({ length: 20 }, (_, i) => `team-${i}`), ''];

describe('OwnerChoice', () => {
  it('adds and takes away one owner', async () => {
    const onChange = jest.fn();
    render(<OwnerChoice owners={['a', 'b', '']} selected={['a']} onChange={onChange} />);
    await userEvent.click(screen.getByRole('checkbox', { name: 'No owner' }));
    await userEvent.click(screen.getByRole('checkbox', { name: 'a' }));
    await userEvent.click(screen.getByRole('button', { name: 'All owners' }));
    expect(onChange.mock.calls).toEqual([[['a', '']], [[]], [[]]]);
  });

  it('can be searched when there are many', async () => {
    render(<OwnerChoice owners={many} selected={[]} onChange={jest.fn()} />);
    await userEvent.type(screen.getByRole('textbox', { name: 'Search owners' }), 'TEAM-7');
    expect(screen.getAllByRole('checkbox')).toHaveLength(1);
    await userEvent.type(screen.getByRole('textbox'), 'x');
    expect(screen.getByText('None of that name')).toBeInTheDocument();
  });
});
