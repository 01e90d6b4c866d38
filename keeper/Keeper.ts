import type { AuditList, DryRunAnswer, OverrideAnswer, RenewAnswer } from '../src/domain/routing/answerSchema';
import type { FrozenState, RoutingCapabilities } from '../src/domain/routing/capabilitiesSchema';
import type { PoolList, RoutingPool } from '../src/domain/routing/poolSchema';
import type { AcquireRequest, ChangeRequest, RenewRequest } from '../src/domain/routing/requestSchema';
import { capabilitiesOf } from './capabilitiesOf';
import { doneWithin } from './clock/doneWithin';
import { GlobalFreeze } from './GlobalFreeze';
import type { JournalEntry } from './journal/JournalEntry';
import { KEEPER_ACTOR } from './pool/KEEPER_ACTOR';
import type { KeeperPorts } from './KeeperPorts';
import { type CallRecord, CallStore } from './pool/CallStore';
import { PoolKeeper } from './pool/PoolKeeper';
import type { PoolSettings } from './pool/PoolSettings';
import { PoolState } from './pool/PoolState';
import { accept, refuse, type KeeperAnswer, type Refusal } from './pool/Refusal';
import { RouterLine } from './pool/RouterLine';
import { sha256 } from './pool/sha256';
import { STOP_ANSWER_MS } from './pool/STOP_ANSWER_MS';
import { statedAt } from './pool/statedAt';
import type { RouterAdapter } from './routers/RouterAdapter';

const DAY_MS = 86_400_000;
const COMPACT_ABOVE_LINES = 5000;
const PRUNE_EVERY_TICKS = 60;
const POLL_AFTER_MS = 500;

export interface KeeperPool {
  readonly settings: PoolSettings;
  /** As in the configuration file, for metrics and messages. */
  readonly routerId: string;
  readonly router: RouterAdapter;
}

export interface PutCall {
  readonly pool: string;
  readonly request: AcquireRequest | ChangeRequest;
  readonly revision: number;
  /** Idempotency key; null only in a dry run. */
  readonly key: string | null;
  readonly actor: string;
}

/** The routing contract, without HTTP: every endpoint is a method, every wait goes through the ports. */
export class Keeper {
  private readonly pools = new Map<string, PoolKeeper>();
  private readonly calls = new CallStore();
  private readonly frozen: GlobalFreeze;
  private ticks = 0;
  /** While shutting down, in place of a freeze; never written down. */
  private closing: FrozenState = null;
  private readonly startedAt: { readonly mono: number; readonly wall: number };

  constructor(
    pools: readonly KeeperPool[],
    private readonly ports: KeeperPorts
  ) {
    this.frozen = new GlobalFreeze(ports);
    this.startedAt = { mono: ports.clock.monotonicMs(), wall: ports.clock.wallMs() };
    for (const { settings, router, routerId } of pools) {
      const line = new RouterLine(router, settings, ports.clock, ports.routerTimeoutMs, (detail) => {
        ports.gauges.routerFailed(routerId);
        ports.log.warn({ pool: settings.id, router: routerId, detail }, 'the router failed');
      });
      this.pools.set(settings.id, new PoolKeeper(new PoolState(settings, line, ports, () => this.closing ?? this.frozen.state)));
    }
  }

  /** Takes up what an earlier keeper wrote down and begins to restore; call `tick` from then on. Resolves when each baseline was tried once. */
  async start(entries: readonly JournalEntry[]): Promise<void> {
    entries.forEach((entry) => this.recall(entry));
    this.ports.gauges.frozen(this.frozen.state !== null);
    await Promise.all([...this.pools.values()].map((pool) => pool.recover()));
  }

  /** Once a second, and when a lease falls due. */
  async tick(): Promise<void> {
    const { clock, gauges } = this.ports;
    gauges.ticked(clock.wallMs());
    gauges.clockOffset((clock.wallMs() - this.startedAt.wall - (clock.monotonicMs() - this.startedAt.mono)) / 1000);
    await Promise.all([...this.pools.values()].map((pool) => pool.watch.tick()));
    await this.frozen.save();
    this.ticks += 1;
    if (this.ticks % PRUNE_EVERY_TICKS === 0) {
      await this.tidy();
    }
  }

  /** Monotonic time of the first deadline; null = nothing is overridden. */
  nextDeadline(): number | null {
    const deadlines = [...this.pools.values()].flatMap((p) => (p.state.lease === null ? [] : [p.state.lease.deadline]));
    return deadlines.length === 0 ? null : Math.min(...deadlines);
  }

  async capabilities(pool: string | null): Promise<KeeperAnswer<RoutingCapabilities>> {
    const asked = pool === null ? [...this.pools.values()] : [this.pools.get(pool)].filter((p) => p !== undefined);
    return asked.length === 0 && pool !== null ? this.unknownPool(pool) : accept(200, await capabilitiesOf(asked, this.frozen.state, this.ports.clock.wallMs()));
  }

  list(service: string | null, after: string | null, limit: number): PoolList {
    const all = [...this.pools.values()].map(({ state }) => state).filter(({ settings }) => service === null || settings.service === service);
    const rest = all.sort((a, b) => (a.settings.id < b.settings.id ? -1 : 1)).filter(({ settings }) => after === null || settings.id > after);
    const page = rest.slice(0, limit);
    return {
      pools: page.map(({ settings, record }) => ({ id: settings.id, service: settings.service, members: Object.keys(settings.members).length, overridden: record.override !== null })),
      next: rest.length > limit ? (page.at(-1)?.settings.id ?? null) : null,
    };
  }

  async pool(id: string): Promise<KeeperAnswer<RoutingPool>> {
    return this.withPool(id, async (pool) => accept(200, await pool.view()));
  }

  async put(call: PutCall): Promise<KeeperAnswer<OverrideAnswer>> {
    return this.withPool(call.pool, async (pool) => {
      const { key } = call;
      if (key === null) {
        return refuse('precondition_missing', 'the header Idempotency-Key is missing');
      }
      // A retry states the age of its evidence anew; the wish is what must be the same.
      const { evidenceAgeMs: _age, asOf, ...wish } = call.request;
      const bodyHash = sha256(JSON.stringify(['PUT', call.pool, wish]));
      pool.watch.expireIfDue();
      const claim = this.calls.claim(key, call.pool, bodyHash);
      if (claim.kind !== 'new') {
        return claim.kind === 'refused' ? claim : this.repeat(pool, claim.call);
      }
      try {
        const answer = await pool.put({ ...call, statedAt: statedAt(this.ports.clock, asOf) });
        await this.settle(pool, key, bodyHash, answer);
        return answer;
      } finally {
        this.calls.release(key);
      }
    });
  }

  async dryRunPut(call: PutCall): Promise<KeeperAnswer<DryRunAnswer>> {
    return this.withPool(call.pool, (pool) => pool.dryRun({ ...call, statedAt: statedAt(this.ports.clock, call.request.asOf) }));
  }

  async renew(id: string, request: RenewRequest, dryRun: boolean): Promise<KeeperAnswer<RenewAnswer>> {
    return this.withPool(id, (pool) => pool.renew(request, dryRun));
  }

  async stop(id: string, runId: string | null, actor: string): Promise<KeeperAnswer<OverrideAnswer>> {
    return this.withPool(id, (pool) => pool.stop(runId, actor));
  }

  async dryRunStop(id: string): Promise<KeeperAnswer<DryRunAnswer>> {
    return this.withPool(id, (pool) => pool.dryRunStop());
  }

  async breakGlass(id: string, actor: string): Promise<KeeperAnswer<OverrideAnswer>> {
    return this.withPool(id, (pool) => pool.breakGlass(actor));
  }

  async dryRunBreakGlass(id: string): Promise<KeeperAnswer<DryRunAnswer>> {
    return this.withPool(id, (pool) => pool.dryRunBreakGlass());
  }

  async freeze(reason: string, actor: string): Promise<KeeperAnswer<RoutingCapabilities>> {
    const saved = this.frozen.set({ reason, by: actor, since: this.ports.clock.wallMs() }, 'frozen', actor, reason);
    // No baseline waits for a disk.
    const [restored] = await Promise.all([
      Promise.all([...this.pools.values()].map((pool) => pool.freeze(actor, reason))),
      doneWithin(saved, STOP_ANSWER_MS, this.ports.clock),
    ]);
    const capabilities = await capabilitiesOf([...this.pools.values()], this.frozen.state, this.ports.clock.wallMs());
    return restored.every(Boolean) && this.frozen.isSaved ? accept(200, capabilities) : accept(202, { ...capabilities, pollAfterMs: POLL_AFTER_MS });
  }

  async unfreeze(actor: string): Promise<KeeperAnswer<RoutingCapabilities>> {
    await doneWithin(this.frozen.set(null, 'unfrozen', actor, ''), STOP_ANSWER_MS, this.ports.clock);
    return this.capabilities(null);
  }

  async events(pool: string | null, after: number, limit: number): Promise<KeeperAnswer<AuditList>> {
    if (pool !== null && !this.pools.has(pool)) {
      return this.unknownPool(pool);
    }
    const events = [...(await this.ports.audit.list(pool, after, limit + 1))];
    const page = events.slice(0, limit);
    return accept(200, { events: page, next: events.length > limit ? (page.at(-1)?.id ?? null) : null });
  }

  /** Before the process goes: nothing may be left overridden that only this process would end. True when every baseline is back. */
  async release(): Promise<boolean> {
    this.closing = { reason: 'the keeper is shutting down', by: KEEPER_ACTOR, since: this.ports.clock.wallMs() };
    const restored = await Promise.all(
      [...this.pools.values()].map(async (pool) => {
        await pool.restorer.end('keeper_restarted', 'the keeper is shutting down', KEEPER_ACTOR);
        return pool.restorer.restore();
      })
    );
    return restored.every(Boolean);
  }

  private recall(entry: JournalEntry): void {
    switch (entry.kind) {
      case 'pool':
        this.recallPool(entry.record.pool, (pool) => {
          pool.state.record = entry.record;
          pool.state.recalled = true;
        });
        return;
      case 'lease-ended':
        this.recallPool(entry.lease.pool, (pool) => pool.state.ended.add(entry.lease));
        return;
      case 'run-stopped':
        this.recallPool(entry.run.pool, (pool) => pool.state.ended.stop(entry.run));
        return;
      case 'call':
        this.calls.restore(entry.call);
        return;
      case 'freeze':
        this.frozen.recall(entry.frozen);
        return;
    }
  }

  private recallPool(id: string, set: (pool: PoolKeeper) => void): void {
    const pool = this.pools.get(id);
    if (pool === undefined) {
      this.ports.log.error({ pool: id }, 'the journal holds a pool the configuration no longer has; nothing of it is overridden, and what is known of it is kept');
      return;
    }
    set(pool);
  }

  /** A retry gets what the first call got, with the time that is left now; of a dead lease nothing is left. */
  private async repeat(pool: PoolKeeper, call: CallRecord): Promise<KeeperAnswer<OverrideAnswer>> {
    const { outcome } = call;
    if (outcome.kind === 'refused') {
      return outcome;
    }
    const { state } = pool;
    if (!state.holds(outcome.leaseId) || state.lease === null) {
      const ended = state.ended.causeOf(outcome.leaseId);
      return ended !== undefined && state.ended.isStopped(ended.runId)
        ? refuse('run_ended', `the run ${ended.runId} was stopped since; the baseline is restored or being restored`)
        : refuse('lease_expired', `the lease this call was for is over: ${ended?.cause ?? 'forgotten'}`);
    }
    const { token } = state.lease;
    const body: OverrideAnswer = { pool: await pool.view(), ...(outcome.status === 200 ? {} : { leaseToken: token }) };
    return accept(outcome.status, outcome.status === 202 ? { ...body, pollAfterMs: POLL_AFTER_MS } : body);
  }

  private async settle(pool: PoolKeeper, key: string, bodyHash: string, answer: KeeperAnswer<OverrideAnswer>): Promise<void> {
    const keepUntil = this.ports.clock.wallMs() + pool.state.settings.limits.maxLifetimeMs + DAY_MS;
    const outcome = answer.kind === 'refused' ? answer : { kind: 'done' as const, leaseId: answer.body.pool.override?.leaseId ?? pool.state.record.lastLeaseId, status: answer.status };
    if (outcome.kind === 'refused' && outcome.code === 'restoring') {
      return;
    }
    const call = { key, pool: pool.state.settings.id, bodyHash, outcome, keepUntil };
    this.calls.settle(call);
    await this.ports.journal.append([{ kind: 'call', call }]).catch((reason: unknown) => this.ports.log.error({ err: reason }, 'the journal cannot be written'));
  }

  private async tidy(): Promise<void> {
    const now = this.ports.clock.wallMs();
    this.calls.prune(now);
    this.pools.forEach((p) => p.state.ended.prune(now - p.state.settings.limits.maxLifetimeMs - DAY_MS));
    if (this.ports.journal.length > COMPACT_ABOVE_LINES) {
      await this.compact();
    }
  }

  private async compact(): Promise<void> {
    const pools = [...this.pools.values()].flatMap((p) => p.state.entries());
    const calls = this.calls.all().map((call): JournalEntry => ({ kind: 'call', call }));
    await this.ports.journal.compact([{ kind: 'freeze', frozen: this.frozen.state }, ...pools, ...calls]).catch((reason: unknown) => this.ports.log.error({ err: reason }, 'the journal cannot be compacted'));
  }

  private async withPool<T>(id: string, ask: (pool: PoolKeeper) => Promise<KeeperAnswer<T>>): Promise<KeeperAnswer<T>> {
    const pool = this.pools.get(id);
    return pool === undefined ? this.unknownPool(id) : ask(pool);
  }

  private unknownPool(id: string): Refusal {
    return refuse('unknown_pool', `${id} is not a pool of this keeper; it has ${[...this.pools.keys()].join(', ')}`);
  }
}
