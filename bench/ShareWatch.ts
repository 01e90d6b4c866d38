import { setTimeout as sleep } from 'node:timers/promises';

/** What a router or what stands before it tells at one moment. */
export interface RouterLook {
  /** Running totals of requests by member. */
  readonly sent: ReadonlyMap<string, number>;
  /** Whether a share is raised, by contract or by weights. */
  readonly overridden: boolean;
}

interface Look extends RouterLook {
  /** Monotonic milliseconds; the counters are those of a moment before it. */
  readonly at: number;
}

const LOOK_EVERY_MS = 200;
/** Shortest window that a share is counted over. */
const WINDOW_MS = 1_000;
/** Of the binomial noise of a window. */
const SIGMAS = 3;
const SLACK = 0.1;
const LONGEST_MS = 90_000;

/** Measures the share of one member from the router's own counters, a few times a second. */
export class ShareWatch {
  private readonly looks: Look[] = [];

  /** @param ask null while nobody answers */
  constructor(
    private readonly ask: () => Promise<RouterLook | null>,
    private readonly target: string,
    private readonly baseline: number
  ) {}

  /**
   * Milliseconds from `since` (monotonic) to the end of the first window at baseline: no override is in force in all of it,
   * and the requests sent to the target in it are no more than its usual part of all. Null = not within a minute and a half.
   */
  async timeToBaseline(since: number): Promise<number | null> {
    while (performance.now() - since < LONGEST_MS) {
      await this.look();
      const last = this.looks.at(-1);
      const share = last ? this.shareBefore(last, since) : null;
      if (last && share !== null && share.value <= this.most(share.requests)) {
        return last.at - since;
      }
      await sleep(LOOK_EVERY_MS);
    }
    return null;
  }

  /** Waits for a window, overridden in all of it, in which the target gets at least that part of all requests. False = not within a minute and a half. */
  async isAbove(share: number): Promise<boolean> {
    const since = performance.now();
    while (performance.now() - since < LONGEST_MS) {
      await this.look();
      const raised = this.looks.slice(this.looks.map(({ overridden }) => overridden).lastIndexOf(false) + 1);
      const last = raised.at(-1);
      const window = last ? this.shareBetween(raised.filter(({ at }) => at <= last.at - WINDOW_MS).at(-1), last) : null;
      if (window !== null && window.value >= share) {
        return true;
      }
      await sleep(LOOK_EVERY_MS);
    }
    return false;
  }

  /** Whether an override is seen in that time. */
  async isOverriddenWithin(milliseconds: number): Promise<boolean> {
    const since = performance.now();
    while (performance.now() - since < milliseconds) {
      await this.look();
      await sleep(LOOK_EVERY_MS);
    }
    return this.looks.some(({ at, overridden }) => at >= since && overridden);
  }

  /** Milliseconds from `since` to the first look without an override, which may have come up to a fifth of a second before; null = there was none yet. */
  timeToRelease(since: number): number | null {
    const last = this.looks.map(({ overridden }) => overridden).lastIndexOf(true);
    const free = this.looks.slice(last + 1).find(({ at }) => at >= since);
    return free ? free.at - since : null;
  }

  private async look(): Promise<void> {
    const read = await this.ask();
    if (read !== null) {
      if ([...read.sent].some(([id, count]) => count < (this.looks.at(-1)?.sent.get(id) ?? 0))) {
        // Counters of another process: nothing before them can be taken from them.
        this.looks.length = 0;
      }
      this.looks.push({ at: performance.now(), ...read });
    }
  }

  /** Over the shortest window that ends with `last` and lies wholly after the fault and the override; null = there is none yet. */
  private shareBefore(last: Look, since: number): { readonly value: number; readonly requests: number } | null {
    const free = this.looks.slice(this.looks.map(({ overridden }) => overridden).lastIndexOf(true) + 1);
    return this.shareBetween(free.filter(({ at }) => at <= last.at - WINDOW_MS && at >= since).at(-1), last);
  }

  private shareBetween(first: Look | undefined, last: Look): { readonly value: number; readonly requests: number } | null {
    if (!first) {
      return null;
    }
    const sent = [...last.sent].map(([id, count]) => ({ id, requests: count - (first.sent.get(id) ?? 0) }));
    const requests = sent.reduce((sum, one) => sum + one.requests, 0);
    const own = sent.find(({ id }) => id === this.target)?.requests ?? 0;
    return requests > 0 ? { value: own / requests, requests } : null;
  }

  private most(requests: number): number {
    const noise = Math.sqrt((this.baseline * (1 - this.baseline)) / requests);
    return this.baseline * (1 + SLACK) + SIGMAS * noise;
  }
}
