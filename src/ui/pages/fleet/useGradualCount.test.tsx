import { act, renderHook } from '@testing-library/react';
import { useGradualCount } from './useGradualCount';

describe('useGradualCount', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  const start = (total: number) =>
    renderHook(({ total, key }) => useGradualCount(total, key), { initialProps: { total, key: 'a' } });
  const nextTask = () => act(() => jest.advanceTimersByTime(1));

  it('draws a hundred rows a quarter at a time, and then rests', () => {
    const { result } = start(100);
    const seen = [result.current];
    for (let i = 0; i < 4; i++) {
      nextTask();
      seen.push(result.current);
    }
    expect(seen).toEqual([25, 50, 75, 100, 100]);
    expect(jest.getTimerCount()).toBe(0);
  });

  it('draws a short list at once', () => {
    expect(start(7).result.current).toBe(7);
  });

  it('starts again when other rows are asked for', () => {
    const { result, rerender } = start(60);
    nextTask();
    rerender({ total: 60, key: 'b' });
    expect(result.current).toBe(25);
  });

  it('does not start again when the same rows change', () => {
    const { result, rerender } = start(60);
    nextTask();
    rerender({ total: 59, key: 'a' });
    expect(result.current).toBe(50);
  });
});
