export interface WorkerQueueOptions {
  readonly workers: number;
  /** Requests that may wait; one more is refused. */
  readonly bound: number;
  /** Monotonic time in milliseconds. */
  readonly now: () => number;
  readonly after: (ms: number, done: () => void) => void;
}

/** Called with the moment at which the work was due to end; on a busy machine the call comes later than that. */
export type WorkDone = (dueAt: number) => void;

interface Waiting {
  readonly ms: number;
  readonly arrivedAt: number;
  readonly done: WorkDone;
}

interface Working {
  readonly startedAt: number;
  readonly dueAt: number;
}

/**
 * A first-in-first-out queue before a fixed number of workers: the true limit of a simulated instance.
 * Time a worker is held counts as CPU time, so that CPU saturates exactly where the queue begins to grow.
 * A timer that fires late costs no capacity: the next request is taken to have begun when the one before it was due.
 */
export class WorkerQueue {
  private readonly waiting: Waiting[] = [];
  private readonly working = new Set<Working>();
  private doneMs = 0;

  constructor(private readonly options: WorkerQueueOptions) {}

  /**
   * Whether the request was taken; `done` is called when a worker has spent `ms` on it.
   * @param arrivedAt when it was due to come, if it is late itself
   */
  offer(ms: number, done: WorkDone, arrivedAt = this.options.now()): boolean {
    if (this.working.size < this.options.workers) {
      this.begin({ ms, done, arrivedAt }, arrivedAt);
      return true;
    }
    if (this.waiting.length >= this.options.bound) {
      return false;
    }
    this.waiting.push({ ms, done, arrivedAt });
    return true;
  }

  get length(): number {
    return this.waiting.length;
  }

  /** Seconds that workers have been held until now, those at work included. */
  busySeconds(): number {
    const now = this.options.now();
    let heldMs = this.doneMs;
    for (const { startedAt, dueAt } of this.working) {
      heldMs += Math.max(0, Math.min(now, dueAt) - startedAt);
    }
    return heldMs / 1000;
  }

  private begin({ ms, done }: Waiting, startedAt: number): void {
    const work: Working = { startedAt, dueAt: startedAt + ms };
    this.working.add(work);
    this.options.after(Math.max(0, work.dueAt - this.options.now()), () => this.finish(work, done));
  }

  private finish(work: Working, done: WorkDone): void {
    this.doneMs += work.dueAt - work.startedAt;
    this.working.delete(work);
    const next = this.waiting.shift();
    if (next) {
      this.begin(next, Math.max(work.dueAt, next.arrivedAt));
    }
    done(work.dueAt);
  }
}
