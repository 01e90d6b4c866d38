import { AbortError } from '../../../ports/AbortError';
import type { Clock } from '../../../ports/Clock';

/** A clock that stands still until told otherwise; who sleeps makes it jump. */
export class JumpClock implements Clock {
  readonly slept: number[] = [];

  constructor(public time: number) {}

  now(): number {
    return this.time;
  }

  async sleep(milliseconds: number, signal?: AbortSignal): Promise<void> {
    if (signal?.aborted) {
      throw new AbortError();
    }
    this.slept.push(milliseconds);
    this.time += milliseconds;
  }
}
