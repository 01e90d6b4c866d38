export interface WorkerQueueOptions {
  readonly workers: number;
  /** Requests that may wait; one more is refused. */
  readonly bound: number;
  /** Monotonic time in milliseconds. */
  readonly now: () => number;
  readonly after: (ms: number, done: () => void) => void;
}

interface Waiting {
  readonly ms: number;
  readonly done: () => void;
}

/**
 * A first-in-first-out queue before a fixed number of workers: the true limit of a simulated instance.
 * Time a worker is held counts as CPU time, so that CPU saturates exactly where the queue begins to grow.
 */
export class WorkerQueue {
  private readonly waiting: Waiting[] = [];
  private working = 0;
  private busyMs = 0;
  private changed: number;

  constructor(private readonly options: WorkerQueueOptions) {
    this.changed = options.now();
  }

  /** Whether the request was taken; `done` is called when a worker has spent `ms` on it. */
  offer(ms: number, done: () => void): boolean {
    if (this.working < this.options.workers) {
      this.begin({ ms, done });
      return true;
    }
    if (this.waiting.length >= this.options.bound) {
      return false;
    }
    this.waiting.push({ ms, done });
    return true;
  }

  get length(): number {
    return this.waiting.length;
  }

  /** Seconds that workers have been held until now, those at work included. */
  busySeconds(): number {
    this.account();
    return this.busyMs / 1000;
  }

  private begin(job: Waiting): void {
    this.account();
    this.working += 1;
    this.options.after(job.ms, () => this.finish(job));
  }

  private finish(job: Waiting): void {
    this.account();
    this.working -= 1;
    const next = this.waiting.shift();
    if (next) {
      this.begin(next);
    }
    job.done();
  }

  private account(): void {
    const now = this.options.now();
    this.busyMs += this.working * (now - this.changed);
    this.changed = now;
  }
}
