import { AbortError } from '../../src/ports/AbortError';
import type { Clock } from '../../src/ports/Clock';
import type { Ticker } from '../../src/ports/Ticker';

interface Event {
  at: number;
  readonly order: number;
  readonly run: () => void;
}

/**
 * Time that stands still until told to go on. What is due runs in order; after each everything that can go on has gone
 * on. A frozen tab's timers wait until it thaws, while the world goes on.
 */
export class VirtualTime implements Clock, Ticker {
  private current: number;
  private order = 0;
  private readonly queue: Event[] = [];
  /** The page's timers do not fire before this. */
  frozenUntil = 0;
  /** Error of the browser's wall clock. */
  wallOffset = 0;

  constructor(start: number) {
    this.current = start;
  }

  readonly world = (): number => this.current;

  /** The browser's wall clock: may be wrong, may jump. */
  now(): number {
    return this.current + this.wallOffset;
  }

  readonly monotonic = (): number => this.current - ORIGIN;

  /** For the world: fires whatever the tab does. */
  at(time: number, run: () => void): void {
    this.insert({ at: time, order: this.order++, run });
  }

  sleep(milliseconds: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      if (signal?.aborted) {
        reject(new AbortError());
        return;
      }
      const abort = (): void => {
        this.remove(event);
        reject(CANCELLED);
      };
      const event = this.page(milliseconds, () => {
        signal?.removeEventListener('abort', abort);
        resolve();
      });
      signal?.addEventListener('abort', abort, { once: true });
    });
  }

  /** A wait outside of the page: network, routers. */
  wait(milliseconds: number): Promise<void> {
    return new Promise((resolve) => this.at(this.current + milliseconds, resolve));
  }

  every(milliseconds: number, tick: () => void): () => void {
    let ended = false;
    const again = (): void => {
      this.page(milliseconds, () => {
        if (!ended) {
          again();
          tick();
        }
      });
    };
    again();
    return () => {
      ended = true;
    };
  }

  /** Runs until `done` or until nothing is left or the time is over. */
  async runUntil(end: number, done: () => boolean): Promise<void> {
    // What was begun before goes as far as it can before any time passes.
    await idle();
    while (!done()) {
      const next = this.queue[0];
      if (next === undefined || next.at > end) {
        return;
      }
      this.queue.shift();
      this.current = Math.max(this.current, next.at);
      next.run();
      await idle();
    }
  }

  private page(milliseconds: number, run: () => void): Event {
    const event: Event = {
      at: this.current + milliseconds,
      order: this.order++,
      run: () => {
        if (this.current < this.frozenUntil) {
          this.at(this.frozenUntil, run);
        } else {
          run();
        }
      },
    };
    this.insert(event);
    return event;
  }

  private insert(event: Event): void {
    let low = 0;
    let high = this.queue.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const other = this.queue[middle];
      if (other !== undefined && (other.at < event.at || (other.at === event.at && other.order < event.order))) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    this.queue.splice(low, 0, event);
  }

  private remove(event: Event): void {
    const index = this.queue.indexOf(event);
    if (index >= 0) {
      this.queue.splice(index, 1);
    }
  }
}

/** One for all: a stack trace for each would be most of the work. */
const CANCELLED = new AbortError();

export const ORIGIN = 1_700_000_000_000;

const idle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
