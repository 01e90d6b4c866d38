import { AbortError, isAbortError } from '../../ports/AbortError';
import type { Clock } from '../../ports/Clock';

/** One reason for all cancellations: making a new one for each costs a stack trace a call. */
const OVER = new AbortError();

/** Calls of one run: each with a time limit, all of them aborted at once by a stop. */
export class TimedCalls {
  private running = new AbortController();

  constructor(private readonly clock: Clock) {}

  /** Aborts what is out; calls made from here on are not concerned. */
  abort(): void {
    const before = this.running;
    this.running = new AbortController();
    before.abort(OVER);
  }

  get signal(): AbortSignal {
    return this.running.signal;
  }

  /** Null when it took too long. Rejects with AbortError when the run's calls were aborted. */
  async within<T>(milliseconds: number, work: (signal: AbortSignal) => Promise<T>): Promise<T | null> {
    const run = this.running.signal;
    // One signal for the request and for its timer: whatever ends first ends both.
    const own = new AbortController();
    let late = false;
    const abort = (): void => own.abort(OVER);
    run.addEventListener('abort', abort, { once: true });
    const ended = this.clock.sleep(milliseconds, own.signal).then(() => {
      late = true;
      own.abort(OVER);
      return null;
    });
    try {
      return await Promise.race([work(own.signal), ended]);
    } catch (reason) {
      if (isAbortError(reason) && late) {
        return null;
      }
      throw reason;
    } finally {
      run.removeEventListener('abort', abort);
      own.abort(OVER);
    }
  }

  /** A call nothing may abort; null when it failed or took too long. */
  async alone<T>(milliseconds: number, work: Promise<T>): Promise<T | null> {
    const timer = new AbortController();
    const late = this.clock.sleep(milliseconds, timer.signal).then(
      () => null,
      () => null
    );
    const outcome = await Promise.race([work.catch(() => null), late]);
    timer.abort(OVER);
    return outcome;
  }
}
