import type { KeeperClock } from './KeeperClock';

/** Whether the work came to its end within so many milliseconds; it goes on if not. @throws what the work throws meanwhile */
export async function doneWithin(work: Promise<unknown>, ms: number, clock: Pick<KeeperClock, 'sleep'>): Promise<boolean> {
  const waiting = new AbortController();
  // The loser of the race must not surface as an unhandled rejection.
  work.catch(() => undefined);
  try {
    return await Promise.race([work.then(() => true), clock.sleep(ms, waiting.signal).then(() => false)]);
  } finally {
    waiting.abort();
  }
}
