import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Notice } from '../../engine/Notice';
import { NoticeList } from './NoticeList';

const notice = (id: string, severity: Notice['severity'] = 'warning'): Notice => ({
  id,
  severity,
  title: `Title ${id}`,
  detail: `Detail ${id}`,
  next: `Do ${id}`,
  expr: `expr_${id}`,
});

describe('NoticeList', () => {
  it('shows what happened, the way out and the query', () => {
    render(<NoticeList notices={[notice('a', 'error')]} />);
    expect(screen.getByText('Title a')).toBeInTheDocument();
    expect(screen.getByText('Detail a')).toBeInTheDocument();
    expect(screen.getByText('Do a')).toBeInTheDocument();
    expect(screen.getByText('expr_a')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Copy query' })).toBeInTheDocument();
  });

  it('puts errors first', () => {
    render(<NoticeList notices={[notice('a', 'info'), notice('b', 'error')]} />);
    expect(screen.getAllByText(/^Title/).map((e) => e.textContent)).toEqual(['Title b', 'Title a']);
  });

  it('keeps a dismissed notice away while it says the same, and shows a new one', async () => {
    const { rerender } = render(<NoticeList notices={[notice('a')]} />);
    await userEvent.click(screen.getByRole('button', { name: /Close/ }));
    rerender(<NoticeList notices={[notice('a')]} />);
    expect(screen.queryByText('Title a')).not.toBeInTheDocument();
    rerender(<NoticeList notices={[notice('a'), notice('b')]} />);
    expect(screen.getByText('Title b')).toBeInTheDocument();
  });

  it('does not bury the page under many notices', async () => {
    render(<NoticeList notices={['a', 'b', 'c', 'd', 'e'].map((id) => notice(id))} />);
    expect(screen.getAllByText(/^Title/)).toHaveLength(3);
    await userEvent.click(screen.getByRole('button', { name: 'Show 2 more' }));
    expect(screen.getAllByText(/^Title/)).toHaveLength(5);
  });

  it('is nothing without notices', () => {
    const { container } = render(<NoticeList notices={[]} />);
    expect(container).toBeEmptyDOMElement();
  });
});
