import { VirtualClock } from '../clock/VirtualClock';
import { MemoryAuditLog } from '../journal/MemoryAuditLog';
import { MemoryDisk } from '../journal/MemoryDisk';
import { MemoryJournal } from '../journal/MemoryJournal';
import { Keeper } from '../Keeper';
import { SILENT_LOG } from '../KeeperLog';
import { NO_GAUGES, type KeeperGauges } from '../metrics/KeeperGauges';
import type { PoolLimits, PoolSettings } from '../pool/PoolSettings';
import type { RouterAdapter } from '../routers/RouterAdapter';
import { MemoryRouter } from '../routers/memory/MemoryRouter';
import type { MemoryRouterOptions } from '../routers/memory/MemoryRouterOptions';

const LIMITS: PoolLimits = { ceilingBp: 6000, largestStepBp: 6000, minDwellMs: 0, maxLifetimeMs: 600_000, minTtlMs: 1000, maxTtlMs: 120_000, maxEvidenceAgeMs: 11_000 };
const TICK_MS = 1000;
const SETTLE_STEP_MS = 10;

export interface VirtualKeeperOptions {
  readonly form?: MemoryRouterOptions['form'];
  readonly slowMs?: number;
  readonly limits?: Partial<PoolLimits>;
  readonly baseline?: PoolSettings['baseline'];
  /** Pool ids; each has members a, b, c and d of weight 100. */
  readonly pools?: readonly string[];
  readonly gauges?: KeeperGauges;
  /** Stands between the keeper and the router, to hold calls up or break them. */
  readonly between?: (router: MemoryRouter) => RouterAdapter;
}

/** A keeper, its router and its disk in a time of their own: a whole life of a lease in a moment, the same each time. */
export class VirtualKeeper {
  readonly clock = new VirtualClock();
  /** One disk for journal and audit log, as in life: what fills it fails both. */
  readonly disk = new MemoryDisk();
  readonly journal = new MemoryJournal(this.disk);
  readonly audit = new MemoryAuditLog(this.disk);
  readonly router: MemoryRouter;
  keeper: Keeper;
  private tokens = 0;
  private sinceTick = 0;
  private endLife: () => void = () => undefined;

  constructor(private readonly options: VirtualKeeperOptions = {}) {
    const servers = { 'srv-a': 100, 'srv-b': 100, 'srv-c': 100, 'srv-d': 100 };
    const pools = Object.fromEntries(this.poolIds().map((id) => [`be-${id}`, servers]));
    this.router = new MemoryRouter({ pools, form: options.form ?? 'honest', slowMs: options.slowMs ?? 400 }, this.clock);
    this.keeper = this.open();
  }

  /** The process is gone, and what it was about to do with it; a new one reads the journal. */
  killAndRestart(): void {
    this.endLife();
    this.keeper = this.open();
  }

  /** Lets time pass, with a tick each second as in life. */
  async advance(ms: number): Promise<void> {
    for (let left = ms; left > 0; ) {
      const step = Math.min(left, TICK_MS - this.sinceTick);
      await this.clock.advance(step);
      left -= step;
      this.sinceTick += step;
      if (this.sinceTick >= TICK_MS) {
        this.sinceTick = 0;
        void this.keeper.tick();
        await this.clock.advance(0);
      }
    }
  }

  /** Waits for a call while time passes. */
  async settle<T>(call: Promise<T>): Promise<T> {
    const done = { yet: false };
    const watched = call.finally(() => {
      done.yet = true;
    });
    watched.catch(() => undefined);
    await this.clock.advance(0);
    while (!done.yet) {
      await this.advance(SETTLE_STEP_MS);
    }
    return watched;
  }

  poolIds(): readonly string[] {
    return this.options.pools ?? ['shop'];
  }

  settings(id: string): PoolSettings {
    const members = { a: 'srv-a', b: 'srv-b', c: 'srv-c', d: 'srv-d' };
    return { id, service: 'shop', kind: 'instance', routerPool: `be-${id}`, members, baseline: this.options.baseline ?? null, limits: { ...LIMITS, ...this.options.limits } };
  }

  private open(): Keeper {
    const life = { over: false };
    this.endLife = () => {
      life.over = true;
    };
    const router = whileAlive(this.options.between?.(this.router) ?? this.router, life);
    const journal = whileAlive(this.journal, life);
    const pools = this.poolIds().map((id) => ({ settings: this.settings(id), routerId: 'memory', router }));
    const newToken = () => {
      this.tokens += 1;
      return `token-${this.tokens}`;
    };
    const keeper = new Keeper(pools, { clock: this.clock, journal, audit: this.audit, gauges: this.options.gauges ?? NO_GAUGES, log: SILENT_LOG, newToken, routerTimeoutMs: 2000 });
    void keeper.start(this.journal.read());
    return keeper;
  }
}

/** What a dead process calls is never called: the promise stays open for ever, as nobody is left to hear. */
function whileAlive<T extends object>(part: T, life: { readonly over: boolean }): T {
  return new Proxy(part, {
    get: (target, name) => {
      const value: unknown = Reflect.get(target, name);
      return typeof value === 'function' ? (...args: unknown[]) => (life.over ? new Promise(() => undefined) : (value.apply(target, args) as unknown)) : value;
    },
  });
}
