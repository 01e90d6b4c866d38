import { isAbortError } from '../../ports/AbortError';
import type { Clock } from '../../ports/Clock';
import type { Locks } from '../../ports/Locks';

const LOCK = 'headroom-load-test';
/** Long enough for a free lock to be given. */
const PATIENCE = 500;

/** One driver a browser, by a lock where there is one. The lease remains the real mutual exclusion. */
export class OneController {
  constructor(
    private readonly locks: Locks,
    private readonly clock: Clock
  ) {}

  /** What gives the turn back; null = another page of this browser has it. */
  async take(): Promise<(() => void) | null> {
    const waiting = new AbortController();
    const timer = new AbortController();
    return new Promise((resolve, reject) => {
      this.locks
        .hold(LOCK, () => new Promise<void>((release) => resolve(release)), waiting.signal)
        .catch((reason: unknown) => (isAbortError(reason) ? resolve(null) : reject(reason)));
      this.clock.sleep(PATIENCE, timer.signal).then(
        () => waiting.abort(),
        () => undefined
      );
    });
  }
}
