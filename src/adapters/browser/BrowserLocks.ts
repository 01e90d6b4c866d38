import { AbortError, isAbortError } from '../../ports/AbortError';
import type { Locks } from '../../ports/Locks';
import { PageLocks } from './PageLocks';

/**
 * Turns between the tabs of this browser. `navigator.locks` does not exist outside of a secure context (Grafana on plain
 * http) and is refused where storage is blocked: then only this page's own work takes turns, and two tabs may read the
 * same span twice.
 */
export class BrowserLocks implements Locks {
  private readonly pageLocks = new PageLocks();

  constructor(private readonly manager: LockManager | undefined = globalThis.navigator?.locks) {}

  async hold<T>(name: string, work: () => Promise<T>, signal: AbortSignal): Promise<T> {
    const release = await this.acquire(name, signal);
    if (!release) {
      return this.pageLocks.hold(name, work, signal);
    }
    try {
      return await work();
    } finally {
      release();
    }
  }

  /** Resolves to what gives the lock back; to null when there are no locks to be had. */
  private acquire(name: string, signal: AbortSignal): Promise<(() => void) | null> {
    const { manager } = this;
    if (!manager) {
      return Promise.resolve(null);
    }
    return new Promise((resolve, reject) => {
      const held = () => new Promise<void>((release) => resolve(release));
      manager
        .request(name, { signal }, held)
        .catch((reason: unknown) => (isAbortError(reason) ? reject(new AbortError()) : resolve(null)));
    });
  }
}
