import type { RouterAdapter } from '../routers/RouterAdapter';

/** Stands between a keeper and its router and notes when the keeper wrote, and when the router could not be reached; changes nothing. */
export class OrderWatch {
  private readonly wrote = new Map<string, number>();
  private readonly failed = new Map<string, number>();

  /** @param now monotonic milliseconds */
  constructor(private readonly now: () => number) {}

  /** The same router, listened to. */
  before(router: RouterAdapter): RouterAdapter {
    return {
      traits: router.traits,
      pools: () => router.pools(),
      read: (pool) => this.noted(pool, router.read(pool)),
      write: (pool, write) => {
        this.wrote.set(pool, this.now());
        return this.noted(pool, router.write(pool, write));
      },
      prolong: (pool, fence, ttlMs) => router.prolong(pool, fence, ttlMs),
      describe: (pool, write) => router.describe(pool, write),
      close: () => router.close(),
    };
  }

  wroteSince(pool: string, since: number): boolean {
    return (this.wrote.get(pool) ?? -Infinity) >= since;
  }

  failedSince(pool: string, since: number): boolean {
    return (this.failed.get(pool) ?? -Infinity) >= since;
  }

  private noted<T>(pool: string, call: Promise<T>): Promise<T> {
    call.catch(() => this.failed.set(pool, this.now()));
    return call;
  }
}
