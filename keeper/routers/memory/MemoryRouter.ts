import type { KeeperClock } from '../../clock/KeeperClock';
import type { RouterAdapter, RouterMember, RouterReading, RouterTraits, RouterWrite, WriteResult } from '../RouterAdapter';
import type { MemoryRouterOptions } from './MemoryRouterOptions';

interface Server {
  weight: number;
  readonly configured: number;
  serving: boolean;
  sent: number;
}

const GREATEST_WEIGHT = 256;

/**
 * A router that exists only here, with the faults real ones have. Weights are whole numbers from 0 to 256.
 * It compares fences, as a router with compare-and-set does; it holds no lease of its own.
 */
export class MemoryRouter implements RouterAdapter {
  readonly traits: RouterTraits;
  private readonly content = new Map<string, Map<string, Server>>();
  private readonly fences = new Map<string, number>();
  private life = 1;
  private delayMs = 0;
  private failures = 0;
  private readonly slowMs: number | null;
  private readonly form: MemoryRouterOptions['form'];

  constructor(
    options: MemoryRouterOptions,
    private readonly clock: KeeperClock
  ) {
    this.form = options.form;
    this.slowMs = options.form === 'slow' ? options.slowMs : null;
    for (const [pool, servers] of Object.entries(options.pools)) {
      const members = Object.entries(servers).map(([id, weight]): [string, Server] => [id, { weight, configured: weight, serving: true, sent: 0 }]);
      this.content.set(pool, new Map(members));
    }
    this.traits = {
      adapter: 'memory',
      verification: options.form === 'write-only' ? 'none' : 'router',
      propagationMs: this.slowMs === null ? { typical: 0, max: 100 } : { typical: this.slowMs, max: this.slowMs * 3 },
      kinds: ['instance', 'version'],
      singleWriter: 'enforced',
      leaseEnforcedBy: 'keeper',
      weight: { min: 0, max: GREATEST_WEIGHT, step: 1 },
    };
  }

  async pools(): Promise<readonly string[]> {
    return [...this.content.keys()];
  }

  async read(pool: string): Promise<RouterReading> {
    this.failWhenTold();
    const readable = this.form !== 'write-only';
    const members = [...this.servers(pool)].map(
      ([id, s]): RouterMember => ({
        id,
        weight: readable ? s.weight : null,
        configured: readable ? s.configured : null,
        serving: s.serving,
        health: s.serving ? 'up' : 'down',
        counters: readable ? { sent: s.sent } : null,
      })
    );
    return { members, lease: null, incarnation: readable ? `life ${this.life}` : null, agreed: true };
  }

  async write(pool: string, write: RouterWrite): Promise<WriteResult> {
    this.failWhenTold();
    const delay = this.delayMs;
    this.delayMs = 0;
    if (delay > 0) {
      await this.clock.sleep(delay);
    }
    if (write.fence < (this.fences.get(pool) ?? 0)) {
      return { kind: 'stale-fence' };
    }
    this.fences.set(pool, write.fence);
    return this.carryOut(pool, write);
  }

  async prolong(): Promise<WriteResult> {
    return { kind: 'applied' };
  }

  describe(pool: string, write: RouterWrite): string {
    return Object.entries(write.weights).map(([id, weight]) => `set ${pool}/${id} ${weight}`).join('\n');
  }

  async close(): Promise<void> {
    // Nothing is held open.
  }

  /** What a human does behind the keeper's back. */
  setWeight(pool: string, id: string, weight: number): void {
    this.server(pool, id).weight = weight;
  }

  weightOf(pool: string, id: string): number {
    return this.server(pool, id).weight;
  }

  configuredWeightOf(pool: string, id: string): number {
    return this.server(pool, id).configured;
  }

  isServing(pool: string, id: string): boolean {
    return this.server(pool, id).serving;
  }

  setServing(pool: string, id: string, serving: boolean): void {
    this.server(pool, id).serving = serving;
  }

  /** Every weight falls back to the configured one; what was on its way is lost with the process. */
  restart(): void {
    this.life += 1;
    this.content.forEach((servers) => servers.forEach((s) => (s.weight = s.configured)));
  }

  /** The next write arrives so much later. */
  delayNextWrite(ms: number): void {
    this.delayMs = ms;
  }

  /** The next calls fail as if the router were unreachable. */
  failNext(calls: number): void {
    this.failures = calls;
  }

  /** Requests spread exactly by weight among those that serve. */
  traffic(pool: string, requests: number): Readonly<Record<string, number>> {
    const servers = [...this.servers(pool)];
    const total = servers.reduce((sum, [, s]) => sum + (s.serving ? s.weight : 0), 0);
    const counts = servers.map(([id, s]): [string, number] => [id, s.serving && total > 0 ? Math.round((requests * s.weight) / total) : 0]);
    counts.forEach(([id, count]) => (this.server(pool, id).sent += count));
    return Object.fromEntries(counts);
  }

  private async carryOut(pool: string, write: RouterWrite): Promise<WriteResult> {
    switch (this.form) {
      case 'ignores-writes':
        return this.isThere(pool, write) ? { kind: 'applied' } : { kind: 'ignored', detail: 'the router answered, and its weights are what they were' };
      case 'write-only':
        this.apply(pool, write);
        return { kind: 'accepted' };
      case 'slow':
        void this.applyLate(pool, write);
        return { kind: 'accepted' };
      case 'honest':
        this.apply(pool, write);
        return { kind: 'applied' };
    }
  }

  private async applyLate(pool: string, write: RouterWrite): Promise<void> {
    const { life } = this;
    await this.clock.sleep(this.slowMs ?? 0);
    if (life === this.life && write.fence >= (this.fences.get(pool) ?? 0)) {
      this.apply(pool, write);
    }
  }

  private apply(pool: string, write: RouterWrite): void {
    Object.entries(write.weights).forEach(([id, weight]) => (this.server(pool, id).weight = weight));
  }

  private isThere(pool: string, write: RouterWrite): boolean {
    return Object.entries(write.weights).every(([id, weight]) => this.server(pool, id).weight === weight);
  }

  private failWhenTold(): void {
    if (this.failures > 0) {
      this.failures -= 1;
      throw new Error('the router cannot be reached');
    }
  }

  private servers(pool: string): Map<string, Server> {
    const servers = this.content.get(pool);
    if (servers === undefined) {
      throw new Error(`the router has no pool ${pool}`);
    }
    return servers;
  }

  private server(pool: string, id: string): Server {
    const server = this.servers(pool).get(id);
    if (server === undefined) {
      throw new Error(`the router's pool ${pool} has no server ${id}`);
    }
    return server;
  }
}
