import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { watchDownloads } from '../testing/watchDownloads';
import { CsvButton } from './CsvButton';

const columns = [{ header: 'service', value: (row: string) => row }];

describe('CsvButton', () => {
  it('downloads the rows it was given and lets go of them', async () => {
    const { made, names, released } = watchDownloads();
    render(<CsvButton fileName="fleet" columns={columns} rows={['cart', 'mail']} />);
    await userEvent.click(screen.getByRole('button', { name: 'Download 2 rows as CSV' }));
    expect(names).toEqual(['fleet.csv']);
    expect(made[0]?.type).toBe('text/csv;charset=utf-8');
    expect(made[0]?.size).toBe(3 + 'service\r\ncart\r\nmail\r\n'.length);
    expect(released).toHaveBeenCalledWith('blob:test');
  });

  it('offers nothing when there is nothing', () => {
    render(<CsvButton fileName="fleet" columns={columns} rows={[]} />);
    expect(screen.getByRole('button')).toBeDisabled();
  });
});
