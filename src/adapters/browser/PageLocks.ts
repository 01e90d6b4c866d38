import { AbortError } from '../../ports/AbortError';
import type { Locks } from '../../ports/Locks';

/** Turns within this page only, first come, first served. */
export class PageLocks implements Locks {
  private readonly lines = new Map<string, Promise<void>>();

  async hold<T>(name: string, work: () => Promise<T>, signal: AbortSignal): Promise<T> {
    const before = this.lines.get(name) ?? Promise.resolve();
    let leave = (): void => undefined;
    const mine = new Promise<void>((resolve) => (leave = resolve));
    const line = before.then(() => mine);
    this.lines.set(name, line);
    try {
      await Promise.race([before, aborted(signal)]);
      return await work();
    } finally {
      leave();
      if (this.lines.get(name) === line) {
        this.lines.delete(name);
      }
    }
  }
}

const aborted = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    if (signal.aborted) {
      reject(new AbortError());
    }
    signal.addEventListener('abort', () => reject(new AbortError()), { once: true });
  });
