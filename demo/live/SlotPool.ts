/** Called when a slot is held, with the moment at which it was due; on a busy machine the call comes later than that. */
export type SlotGot = (dueAt: number) => void;

interface Waiting {
  readonly arrivedAt: number;
  readonly got: SlotGot;
}

/** A pool of connections: so many hold one, so many more may wait for one in order, the rest is refused. */
export class SlotPool {
  private readonly waiting: Waiting[] = [];
  private held = 0;

  constructor(
    readonly size: number,
    /** Requests that may wait; one more is refused. */
    private readonly bound: number
  ) {}

  get inUse(): number {
    return this.held;
  }

  /** Whether the request was taken; `got` is called when it holds a slot, which it must give back by `release`. */
  acquire(arrivedAt: number, got: SlotGot): boolean {
    if (this.held < this.size) {
      this.held += 1;
      got(arrivedAt);
      return true;
    }
    if (this.waiting.length >= this.bound) {
      return false;
    }
    this.waiting.push({ arrivedAt, got });
    return true;
  }

  /** @param dueAt when the slot was due to be given back: the next holder has it from then on */
  release(dueAt: number): void {
    const next = this.waiting.shift();
    if (next) {
      next.got(Math.max(dueAt, next.arrivedAt));
    } else {
      this.held -= 1;
    }
  }
}
