import { startTransition, useEffect, useState } from 'react';

const STEP = 25;

/**
 * How many of `total` rows to draw now: 25 at once, the next 25 in a task of their own each, so that a page of a hundred
 * does not hold the main thread. Starts again when `key` changes, which names what is listed.
 */
export function useGradualCount(total: number, key: string): number {
  const [drawn, setDrawn] = useState({ key, count: STEP });
  const count = drawn.key === key ? drawn.count : STEP;
  useEffect(() => {
    if (count >= total) {
      return;
    }
    const timer = setTimeout(() => startTransition(() => setDrawn({ key, count: count + STEP })), 0);
    return () => clearTimeout(timer);
  }, [count, total, key]);
  return Math.min(count, total);
}
