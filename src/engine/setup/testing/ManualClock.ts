import { AbortError } from '../../../ports/AbortError';
import type { Clock } from '../../../ports/Clock';

interface Sleeper {
  readonly at: number;
  readonly wake: () => void;
}

/** A clock that moves only when the test says so, and wakes those whose time has come. */
export class ManualClock implements Clock {
  private sleepers: readonly Sleeper[] = [];

  constructor(private time = 0) {}

  now(): number {
    return this.time;
  }

  sleep(milliseconds: number, signal?: AbortSignal): Promise<void> {
    return new Promise((wake, reject) => {
      const sleeper = { at: this.time + milliseconds, wake };
      this.sleepers = [...this.sleepers, sleeper];
      signal?.addEventListener('abort', () => {
        this.sleepers = this.sleepers.filter((other) => other !== sleeper);
        reject(new AbortError());
      });
    });
  }

  get asleep(): number {
    return this.sleepers.length;
  }

  async pass(milliseconds: number): Promise<void> {
    this.time += milliseconds;
    const due = this.sleepers.filter(({ at }) => at <= this.time);
    this.sleepers = this.sleepers.filter(({ at }) => at > this.time);
    due.forEach(({ wake }) => wake());
    await Promise.resolve();
  }
}
