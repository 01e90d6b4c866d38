import { act, render, screen } from '@testing-library/react';
import { SECOND } from '../../../domain/base/Duration';
import { FleetSkeleton } from './FleetSkeleton';

const SLOW = /The data source is slow to answer/;

describe('FleetSkeleton', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  const pass = (time: number) => act(() => void jest.advanceTimersByTime(time));

  it('says that the source is slow, not before it is', () => {
    render(<FleetSkeleton />);
    expect(screen.getByText('Reading the fleet…')).toBeInTheDocument();
    pass(7 * SECOND);
    expect(screen.queryByText(SLOW)).not.toBeInTheDocument();
    pass(2 * SECOND);
    expect(screen.getByText(SLOW)).toHaveTextContent(/^Reading the fleet…/);
  });

  it('leaves no timer behind', () => {
    const { unmount } = render(<FleetSkeleton />);
    unmount();
    expect(jest.getTimerCount()).toBe(0);
  });
});
