import { AbortError } from '../../ports/AbortError';
import type { Priority } from './QueryLayer';

interface Waiter {
  readonly priority: Priority;
  readonly admit: () => void;
}

const RANK: Readonly<Record<Priority, number>> = { now: 0, page: 1, history: 2, background: 3 };
const isBulk = (priority: Priority): boolean => RANK[priority] >= RANK.history;

/** Expressions in flight, over all sources: alerts share the server's pool of 20. */
const IN_FLIGHT = 3;
/** Of them, those that may be long: a number for "now" never waits behind a chunk of history. */
const BULK_IN_FLIGHT = 2;

/** Hands out slots, most urgent first, oldest first among equals. A cancelled waiter leaves the queue; finished work, however it ended, its slot. */
export class QueryScheduler {
  private readonly queue: Waiter[] = [];
  private readonly running: Priority[] = [];

  constructor(private readonly changed: () => void = () => undefined) {}

  get inFlight(): number {
    return this.running.length;
  }

  get waiting(): number {
    return this.queue.length;
  }

  async run<T>(priority: Priority, signal: AbortSignal, work: () => Promise<T>): Promise<T> {
    await this.enter(priority, signal);
    try {
      return await work();
    } finally {
      this.running.splice(this.running.indexOf(priority), 1);
      this.admit();
    }
  }

  private enter(priority: Priority, signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      if (signal.aborted) {
        reject(new AbortError());
        return;
      }
      const leave = () => {
        this.queue.splice(this.queue.indexOf(waiter), 1);
        reject(new AbortError());
        this.admit();
      };
      const waiter: Waiter = {
        priority,
        admit: () => {
          signal.removeEventListener('abort', leave);
          resolve();
        },
      };
      signal.addEventListener('abort', leave, { once: true });
      const next = this.queue.findIndex((w) => RANK[w.priority] > RANK[priority]);
      this.queue.splice(next < 0 ? this.queue.length : next, 0, waiter);
      this.admit();
    });
  }

  private admit(): void {
    while (this.running.length < IN_FLIGHT && this.queue[0] && this.mayRun(this.queue[0].priority)) {
      const waiter = this.queue.shift();
      if (waiter) {
        this.running.push(waiter.priority);
        waiter.admit();
      }
    }
    this.changed();
  }

  // The queue is sorted, so when its head is bulk and must wait, so must all behind it.
  private mayRun(priority: Priority): boolean {
    return !isBulk(priority) || this.running.filter(isBulk).length < BULK_IN_FLIGHT;
  }
}
