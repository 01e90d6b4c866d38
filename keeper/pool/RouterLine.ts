import type { RouterAdapter, RouterTraits, WriteResult } from '../routers/RouterAdapter';
import type { KeeperClock } from '../clock/KeeperClock';
import type { PoolReading } from './PoolReading';
import type { PoolSettings } from './PoolSettings';
import type { Weights } from './PoolRecord';

export interface LineWrite {
  readonly fence: number;
  readonly leaseId?: number | undefined;
  readonly weights: Weights;
  readonly baseline: Weights;
  readonly ttlMs: number;
}

/** One pool of a router under the contract's names, with an end to every wait. */
export class RouterLine {
  private readonly targetOf: ReadonlyMap<string, string>;

  constructor(
    private readonly adapter: RouterAdapter,
    private readonly settings: Pick<PoolSettings, 'routerPool' | 'members'>,
    private readonly clock: KeeperClock,
    private readonly timeoutMs: number,
    private readonly onError: (detail: string) => void
  ) {
    this.targetOf = new Map(Object.entries(settings.members).map(([target, server]) => [server, target]));
  }

  get traits(): RouterTraits {
    return this.adapter.traits;
  }

  /**
   * The pool as the router has it. Servers the configuration does not name appear under the router's name: they take traffic too.
   * @throws Error when the router cannot be asked or does not answer in time.
   */
  async read(): Promise<PoolReading> {
    try {
      const reading = await this.within(this.adapter.read(this.settings.routerPool));
      return { ...reading, members: reading.members.map((m) => ({ ...m, id: this.targetOf.get(m.id) ?? m.id })) };
    } catch (reason) {
      this.onError(text(reason));
      throw reason;
    }
  }

  /** Null instead of an error. */
  async tryRead(): Promise<PoolReading | null> {
    return this.read().catch(() => null);
  }

  /** Never rejects: a router that cannot be asked has `failed`, and the write may still arrive. */
  async write(write: LineWrite): Promise<WriteResult> {
    return this.told(() => this.adapter.write(this.settings.routerPool, this.native(write)));
  }

  async prolong(fence: number, ttlMs: number): Promise<WriteResult> {
    return this.told(() => this.adapter.prolong(this.settings.routerPool, fence, ttlMs));
  }

  describe(write: LineWrite): string {
    return this.adapter.describe(this.settings.routerPool, this.native(write));
  }

  private native(write: LineWrite): LineWrite {
    return { ...write, weights: this.byServer(write.weights), baseline: this.byServer(write.baseline) };
  }

  private byServer(weights: Weights): Weights {
    return Object.fromEntries(Object.entries(weights).map(([target, weight]) => [this.settings.members[target] ?? target, weight]));
  }

  private async told(call: () => Promise<WriteResult>): Promise<WriteResult> {
    const result: WriteResult = await this.within(call()).catch((reason: unknown) => ({ kind: 'failed', detail: text(reason) }));
    if (result.kind === 'failed' || result.kind === 'ignored') {
      this.onError(result.detail);
    }
    return result;
  }

  private async within<T>(call: Promise<T>): Promise<T> {
    const waiting = new AbortController();
    const late = this.clock.sleep(this.timeoutMs, waiting.signal).then((): T => {
      throw new Error(`the router did not answer within ${this.timeoutMs} ms`);
    });
    // The loser of the race must not surface as an unhandled rejection.
    late.catch(() => undefined);
    try {
      return await Promise.race([call, late]);
    } finally {
      waiting.abort();
    }
  }
}

const text = (reason: unknown): string => (reason instanceof Error ? reason.message : String(reason));
