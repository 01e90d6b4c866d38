import type { KeeperClock } from './KeeperClock';

interface Sleeper {
  readonly at: number;
  readonly wake: () => void;
}

/** A clock that stands still until told to go on: for tests and simulations. */
export class VirtualClock implements KeeperClock {
  private now = 0;
  private sleepers: Sleeper[] = [];

  /** @param wallStart epoch milliseconds at monotonic zero */
  constructor(private wallStart = Date.UTC(2026, 0, 1)) {}

  monotonicMs(): number {
    return this.now;
  }

  wallMs(): number {
    return this.wallStart + this.now;
  }

  /** The wall clock is set by somebody; the monotonic one does not notice. */
  setWallForward(ms: number): void {
    this.wallStart += ms;
  }

  sleep(ms: number, signal?: AbortSignal): Promise<void> {
    if (signal?.aborted === true) {
      return Promise.resolve();
    }
    return new Promise((resolve) => {
      this.sleepers.push({ at: this.now + Math.max(0, ms), wake: resolve });
      signal?.addEventListener('abort', () => resolve(), { once: true });
    });
  }

  /** Lets so much time pass, waking sleepers in order and letting what they do run to its next wait. */
  async advance(ms: number): Promise<void> {
    const end = this.now + ms;
    for (let next = this.earliest(end); next !== undefined; next = this.earliest(end)) {
      this.sleepers = this.sleepers.filter((s) => s !== next);
      this.now = Math.max(this.now, next.at);
      next.wake();
      await settled();
    }
    this.now = end;
    await settled();
  }

  private earliest(end: number): Sleeper | undefined {
    const due = this.sleepers.filter((s) => s.at <= end);
    return due.length === 0 ? undefined : due.reduce((first, s) => (s.at < first.at ? s : first));
  }
}

/** Every promise that can go on has gone on. */
function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
