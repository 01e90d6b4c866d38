interface Timer {
  readonly at: number;
  /** Timers of one moment fire in the order they were set. */
  readonly order: number;
  readonly done: () => void;
}

const isBefore = (a: Timer, b: Timer): boolean => a.at < b.at || (a.at === b.at && a.order < b.order);

/** A clock that jumps from timer to timer: hours of queueing in seconds. */
export class VirtualTime {
  now = 0;
  private set = 0;
  /** A binary heap, earliest first. */
  private readonly heap: Timer[] = [];

  readonly after = (ms: number, done: () => void): void => {
    this.heap.push({ at: this.now + ms, order: this.set++, done });
    this.rise(this.heap.length - 1);
  };

  run(until: number): void {
    for (let next = this.heap[0]; next && next.at <= until; next = this.heap[0]) {
      this.takeFirst();
      this.now = next.at;
      next.done();
    }
    this.now = until;
  }

  private takeFirst(): void {
    const last = this.heap.pop();
    if (last && this.heap.length > 0) {
      this.heap[0] = last;
      this.sink();
    }
  }

  private rise(from: number): void {
    for (let index = from; index > 0; ) {
      const parent = (index - 1) >> 1;
      if (!this.swapIfBefore(index, parent)) {
        return;
      }
      index = parent;
    }
  }

  private sink(): void {
    for (let index = 0; ; ) {
      const left = 2 * index + 1;
      const [a, b] = [this.heap[left], this.heap[left + 1]];
      const child = a && b && isBefore(b, a) ? left + 1 : left;
      if (!a || !this.swapIfBefore(child, index)) {
        return;
      }
      index = child;
    }
  }

  private swapIfBefore(lower: number, upper: number): boolean {
    const [a, b] = [this.heap[lower], this.heap[upper]];
    if (!a || !b || !isBefore(a, b)) {
      return false;
    }
    this.heap[upper] = a;
    this.heap[lower] = b;
    return true;
  }
}
