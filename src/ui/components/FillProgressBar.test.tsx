import { render, screen } from '@testing-library/react';
import { FillProgressBar } from './FillProgressBar';

describe('FillProgressBar', () => {
  it.each([
    [0.123, '12'],
    [-1, '0'],
    [7, '100'],
  ])('share %p is %p per cent', (share, percent) => {
    render(<FillProgressBar progress={{ share, doing: 'Reading peaks', questionsDone: 1, questions: 9 }} />);
    const bar = screen.getByRole('progressbar', { name: 'Reading history' });
    expect(bar).toHaveAttribute('aria-valuenow', percent);
    expect(bar).toHaveAttribute('aria-valuetext', `${percent} percent: Reading peaks`);
    expect(screen.getByText('1 of 9 questions')).toBeInTheDocument();
  });

  it('goes when history is complete', () => {
    const { container } = render(<FillProgressBar progress={null} />);
    expect(container).toBeEmptyDOMElement();
  });
});
