import { setTimeout as sleep } from 'node:timers/promises';
import type { RoutingPool } from '../src/domain/routing/poolSchema';

interface Look {
  /** Monotonic milliseconds; the counters are those of a moment before it. */
  readonly at: number;
  readonly sent: ReadonlyMap<string, number>;
  readonly overridden: boolean;
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

  /** @param pool null while the endpoint cannot be read */
  constructor(
    private readonly pool: () => Promise<RoutingPool | null>,
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

  private async look(): Promise<void> {
    const read = await this.pool();
    if (read !== null) {
      this.looks.push({ at: performance.now(), sent: new Map(read.members.map(({ id, counters }) => [id, counters?.sent ?? 0])), overridden: read.override !== null });
    }
  }

  /** Over the shortest window that ends with `last` and lies wholly after the fault and the override; null = there is none yet. */
  private shareBefore(last: Look, since: number): { readonly value: number; readonly requests: number } | null {
    const free = this.looks.slice(this.looks.map(({ overridden }) => overridden).lastIndexOf(true) + 1);
    const first = free.filter(({ at }) => at <= last.at - WINDOW_MS && at >= since).at(-1);
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
