import { act, renderHook } from '@testing-library/react';
import { MINUTE } from '../../domain/base/Duration';
import { NOW } from '../testing/NOW';
import { useNow } from './useNow';

describe('useNow', () => {
  beforeEach(() => jest.useFakeTimers({ now: NOW }));
  afterEach(() => jest.useRealTimers());

  it('follows the clock once a minute and stops with the page', () => {
    const { result, unmount } = renderHook(() => useNow());
    expect(result.current).toBe(NOW);
    act(() => jest.advanceTimersByTime(MINUTE));
    expect(result.current).toBe(NOW + MINUTE);
    unmount();
    expect(jest.getTimerCount()).toBe(0);
  });
});
