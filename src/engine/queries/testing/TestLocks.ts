import { AbortError } from '../../../ports/AbortError';
import type { Locks } from '../../../ports/Locks';

/** Locks of one browser, to be shared by the layers of several tabs. */
export class TestLocks implements Locks {
  private readonly tails = new Map<string, Promise<unknown>>();

  async hold<T>(name: string, work: () => Promise<T>, signal: AbortSignal): Promise<T> {
    const before = this.tails.get(name) ?? Promise.resolve();
    const turn = before.then(async () => {
      if (signal.aborted) {
        throw new AbortError();
      }
      return work();
    });
    this.tails.set(
      name,
      turn.catch(() => undefined)
    );
    return turn;
  }
}
