import { render, screen } from '@testing-library/react';
import { FillProgressBar } from './FillProgressBar';

const WHAT = 'Reading 90 days of history';

describe('FillProgressBar', () => {
  it.each([
    [0.123, '12'],
    [-1, '0'],
    [7, '100'],
  ])('share %p is %p per cent', (share, percent) => {
    const progress = { share, doing: 'Greatest demand of each day', questionsDone: 1, questions: 9 };
    render(<FillProgressBar what={WHAT} progress={progress} />);
    const bar = screen.getByRole('progressbar', { name: 'Reading history' });
    expect(bar).toHaveAttribute('aria-valuenow', percent);
    expect(bar).toHaveAttribute('aria-valuetext', `${WHAT}: ${percent} percent`);
    expect(screen.getByText(`${WHAT}: ${percent} %`)).toHaveAttribute('title', 'Greatest demand of each day');
    expect(screen.queryByText('Greatest demand of each day')).not.toBeInTheDocument();
  });

  it('goes when history is complete', () => {
    const { container } = render(<FillProgressBar what={WHAT} progress={null} />);
    expect(container).toBeEmptyDOMElement();
  });
});
