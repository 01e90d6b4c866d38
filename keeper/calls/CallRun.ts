import type { RoutingPool } from '../../src/domain/routing/poolSchema';
import type { ShapeName } from '../http/contractComponents';
import { problemOf } from '../http/problemOf';
import type { KeeperAnswer } from '../pool/Refusal';
import { answerValidators } from './answerValidators';
import { CallClient, CLIENT_CEILING_BP } from './CallClient';
import { FaultInjector } from './FaultInjector';
import { OrderWatch } from './OrderWatch';
import { seededRandom } from './seededRandom';
import { VirtualKeeper } from './VirtualKeeper';

export interface CallRunOptions {
  readonly seed: number;
  readonly calls: number;
  readonly clients: number;
  /** Humans change weights by hand, and break the glass. Without them every baseline must come back by the keeper alone. */
  readonly humans: boolean;
}

export interface CallRunResult {
  readonly calls: number;
  readonly virtualSeconds: number;
  readonly answers: Readonly<Record<string, number>>;
  readonly faults: Readonly<Record<string, number>>;
  /** Longest time a target's true share stayed above the ceiling with every fault at work. */
  readonly longestAboveCeilingMs: number;
  /** Part of it until the keeper ordered the baseline, where it could reach the router: what the keeper itself answers for. */
  readonly longestUnorderedMs: number;
  /** Every rule that was broken, in words; none = the run passed. */
  readonly broken: readonly string[];
}

const POOLS = ['shop', 'pay', 'search'] as const;
const CEILING = CLIENT_CEILING_BP / 10_000;
const BASE_WEIGHT = 100;
const LONGEST_PAUSE_MS = 600;
const QUIET_MS = 140_000;
const FAULT_RATE = 0.08;
/** The true shares are looked at this often. */
const LOOK_MS = 20;
/** The keeper looks once a second; a target that is above its ceiling for longer without its order is a broken rule. */
const KEEPERS_SECOND_MS = 1000;
/** Part of the idle clients that call in one turn. */
const SENDS = 0.2;

/** Random calls from several clients, late and repeated ones among them, while routers, disk, keeper and humans misbehave; then quiet, and a look at what is left. */
export class CallRun {
  private readonly random: () => number;
  private readonly orders = new OrderWatch(() => this.world.clock.monotonicMs());
  private readonly world: VirtualKeeper = new VirtualKeeper({ pools: POOLS, between: (router) => this.orders.before(router) });
  private readonly faults: FaultInjector;
  private readonly clients: readonly CallClient[];
  private readonly validators = answerValidators();
  private readonly answers: Record<string, number> = {};
  private readonly broken: string[] = [];
  private readonly stopped = new Map<string, Set<string>>();
  private readonly aboveSince = new Map<string, number>();
  private longestUnordered = 0;
  private readonly revisions = new Map<string, number>();
  private longestAbove = 0;
  private asked = 0;

  constructor(private readonly options: CallRunOptions) {
    this.random = seededRandom(options.seed);
    this.faults = new FaultInjector(this.world, POOLS, this.random, options.humans);
    this.clients = Array.from({ length: options.clients }, (_, n) => new CallClient(`client-${n}`, POOLS, this.random, options.humans));
  }

  async run(): Promise<CallRunResult> {
    const open = new Set<Promise<void>>();
    while (this.asked < this.options.calls) {
      for (const client of this.clients.filter((c) => !c.waiting && this.random() < SENDS)) {
        const call = this.send(client).finally(() => open.delete(call));
        open.add(call);
      }
      if (this.random() < FAULT_RATE && this.faults.strike()) {
        this.clients.forEach((c) => c.abandon());
      }
      await this.pass(Math.ceil(this.random() * LONGEST_PAUSE_MS));
    }
    this.faults.heal();
    await this.world.advance(QUIET_MS);
    if (this.options.humans) {
      await this.clearByAdmin();
      await this.world.advance(QUIET_MS);
    }
    await this.inspect();
    return {
      calls: this.asked,
      virtualSeconds: Math.round(this.world.clock.monotonicMs() / 1000),
      answers: this.answers,
      faults: this.faults.counts,
      longestAboveCeilingMs: this.longestAbove,
      longestUnorderedMs: this.longestUnordered,
      broken: this.broken,
    };
  }

  private async send(client: CallClient): Promise<void> {
    this.asked += 1;
    const call = client.next();
    const wasStopped = call.runId !== null && (this.stopped.get(call.pool)?.has(call.runId) ?? false);
    const life = client.life;
    client.waiting = true;
    const answer = await call.send(this.world.keeper);
    if (life !== client.life) {
      return;
    }
    client.waiting = false;
    this.count(answer);
    this.conforms(call.shape, answer);
    if (call.kind === 'drive' && wasStopped && answer.kind === 'accepted') {
      this.broken.push(`the run ${call.runId} was stopped, and a later call of it was accepted`);
    }
    if (call.kind === 'stop' && answer.kind === 'accepted' && answer.status === 200 && call.runId !== null) {
      this.stopped.set(call.pool, (this.stopped.get(call.pool) ?? new Set<string>()).add(call.runId));
    }
    client.hear(answer);
  }

  private count(answer: KeeperAnswer<unknown>): void {
    const name = answer.kind === 'refused' ? answer.code : String(answer.status);
    this.answers[name] = (this.answers[name] ?? 0) + 1;
  }

  private conforms(shape: ShapeName, answer: KeeperAnswer<unknown>): void {
    const name = answer.kind === 'refused' ? 'Problem' : shape;
    const validate = this.validators[name];
    if (!validate(answer.kind === 'refused' ? problemOf(answer) : answer.body)) {
      this.broken.push(`an answer is no ${name}: ${JSON.stringify(validate.errors)}`);
    }
  }

  private async pass(ms: number): Promise<void> {
    for (let left = ms; left > 0; left -= LOOK_MS) {
      await this.world.advance(Math.min(left, LOOK_MS));
      this.watchShares();
    }
  }

  /** What traffic does, whatever anybody was told. */
  private watchShares(): void {
    const now = this.world.clock.monotonicMs();
    for (const pool of POOLS) {
      const above = this.faults.shares(pool).some((share) => share > CEILING + 1e-9) && !this.faults.isHumanAtWork(pool);
      const since = this.aboveSince.get(pool);
      if (!above) {
        this.aboveSince.delete(pool);
      } else if (since === undefined) {
        this.aboveSince.set(pool, now);
      } else {
        this.longestAbove = Math.max(this.longestAbove, now - since);
        this.holdToItsSecond(pool, since, now);
      }
    }
  }

  /** What a router does with an order, and when it cannot be reached, is not the keeper's to answer for. */
  private holdToItsSecond(pool: string, since: number, now: number): void {
    const backend = `be-${pool}`;
    if (this.orders.wroteSince(backend, since) || this.orders.failedSince(backend, since)) {
      return;
    }
    if (now - since > KEEPERS_SECOND_MS + LOOK_MS) {
      this.broken.push(`${pool} stood above its ceiling for ${now - since} ms, and the keeper had ordered nothing`);
    }
    this.longestUnordered = Math.max(this.longestUnordered, now - since);
  }

  private async clearByAdmin(): Promise<void> {
    for (const pool of POOLS) {
      await this.world.settle(this.world.keeper.breakGlass(pool, 'root'));
    }
  }

  private async inspect(): Promise<void> {
    for (const pool of POOLS) {
      const weights = ['srv-a', 'srv-b', 'srv-c', 'srv-d'].map((s) => this.world.router.weightOf(`be-${pool}`, s));
      if (weights.some((w) => w !== BASE_WEIGHT)) {
        this.broken.push(`${pool} is left at ${weights.join(', ')}`);
      }
      const view = await this.view(pool);
      if (view?.override !== null || view.effective.state !== 'applied') {
        this.broken.push(`${pool} says ${JSON.stringify(view?.effective)}`);
      }
      this.revisions.set(pool, view?.revision ?? -1);
    }
    await this.readAgain();
  }

  /** A keeper that starts from this journal knows the same. */
  private async readAgain(): Promise<void> {
    this.world.killAndRestart();
    await this.world.advance(2000);
    for (const pool of POOLS) {
      const view = await this.view(pool);
      if (view === null || view.revision < (this.revisions.get(pool) ?? 0) || view.override !== null) {
        this.broken.push(`${pool} was at revision ${this.revisions.get(pool)}, and is at ${view?.revision} after reading the journal`);
      }
    }
  }

  private async view(pool: string): Promise<RoutingPool | null> {
    const answer = await this.world.settle(this.world.keeper.pool(pool));
    return answer.kind === 'accepted' ? answer.body : null;
  }
}
