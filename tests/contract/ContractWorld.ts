import { overrideAnswerSchema } from '../../src/domain/routing/answerSchema';
import { capabilitiesSchema, type RoutingCapabilities } from '../../src/domain/routing/capabilitiesSchema';
import { poolSchema, type RoutingPool } from '../../src/domain/routing/poolSchema';
import type { AcquireRequest, ChangeRequest } from '../../src/domain/routing/requestSchema';
import { acquireRequest, changeRequest } from '../../keeper/calls/requests';
import type { Answer, ContractClient } from './ContractClient';
import type { ContractSubject, SubjectRouter } from './ContractSubject';
import { CONTRACT_POOL, KeeperProcess, pause } from './KeeperProcess';

const PATIENCE_MS = 12_000;
let runs = 0;

export interface HeldLease {
  readonly token: string;
  readonly runId: string;
  readonly pool: RoutingPool;
}

/** One router with a keeper before it, as a case finds them: at the baseline, with nobody holding anything. */
export class ContractWorld {
  private constructor(
    readonly subject: ContractSubject,
    readonly router: SubjectRouter,
    readonly keeper: KeeperProcess,
    readonly capabilities: RoutingCapabilities,
    /** Weights as configured, by target. */
    readonly configured: Readonly<Record<string, number>>
  ) {}

  static async open(subject: ContractSubject): Promise<ContractWorld> {
    const router = await subject.start();
    const keeper = await KeeperProcess.create(router);
    try {
      await keeper.start();
      const capabilities = capabilitiesSchema.parse((await keeper.client.get('/v1/capabilities')).body);
      const weights = await Promise.all(Object.entries(router.members).map(async ([target, server]) => [target, (await router.weightOf(server)) ?? router.baseline?.[target] ?? Number.NaN]));
      return new ContractWorld(subject, router, keeper, capabilities, Object.fromEntries(weights));
    } catch (reason) {
      await keeper.remove();
      await router.stop();
      throw reason;
    }
  }

  get client(): ContractClient {
    return this.keeper.client;
  }

  get readable(): boolean {
    return this.capabilities.verification !== 'none';
  }

  /** The member that is driven, and one beside it. */
  get target(): string {
    return Object.keys(this.router.members)[0] ?? '';
  }

  get neighbour(): string {
    return Object.keys(this.router.members)[1] ?? '';
  }

  server(target: string): string {
    return this.router.members[target] ?? '';
  }

  async pool(): Promise<RoutingPool> {
    return poolSchema.parse((await this.client.get(`/v1/pool?id=${CONTRACT_POOL}`)).body);
  }

  weight(target = this.target): Promise<number | null> {
    return this.router.weightOf(this.server(target));
  }

  newRun(): string {
    runs += 1;
    return `run-${Date.now()}-${runs}`;
  }

  acquireBody(change: Partial<AcquireRequest> = {}): AcquireRequest {
    return acquireRequest({ shares: { [this.target]: 4000 }, runId: this.newRun(), evidenceAgeMs: 100, ceilingBp: 5000, ...change });
  }

  changeBody(lease: HeldLease, change: Partial<ChangeRequest> = {}): ChangeRequest {
    return changeRequest({ shares: { [this.target]: 4500 }, runId: lease.runId, leaseToken: lease.token, seq: 1, evidenceAgeMs: 0, ...change });
  }

  /** Takes the lease and waits until traffic follows, as far as that can be known. */
  async hold(change: Partial<AcquireRequest> = {}): Promise<HeldLease> {
    const request = this.acquireBody(change);
    const answer = await this.client.put(CONTRACT_POOL, request, (await this.pool()).revision);
    if (answer.status !== 201 && answer.status !== 202) {
      throw new Error(`the lease was not given: ${JSON.stringify(answer)}`);
    }
    const { leaseToken } = overrideAnswerSchema.parse(answer.body);
    const pool = this.readable ? await this.until('traffic follows', async () => this.pool(), (p) => p.effective.state === 'applied') : await this.pool();
    return { token: leaseToken ?? '', runId: request.runId, pool };
  }

  /** A raise after the dwell. */
  async raise(lease: HeldLease, change: Partial<ChangeRequest> = {}): Promise<Answer> {
    await pause(600);
    return this.client.put(CONTRACT_POOL, this.changeBody(lease, change), (await this.pool()).revision);
  }

  stop(runId?: string): Promise<Answer> {
    return this.client.stop(CONTRACT_POOL, runId);
  }

  async untilBaseline(target = this.target): Promise<void> {
    await this.until(`the weight of ${target} is the baseline`, () => this.weight(target), (weight) => weight === null || weight === this.configured[target]);
  }

  async untilEnded(): Promise<RoutingPool> {
    return this.until('the override is over', () => this.pool(), (p) => p.override === null && p.effective.state !== 'propagating');
  }

  /** Looks again and again; a rule is broken when what it promises never comes. */
  async until<T>(what: string, look: () => Promise<T>, isSo: (seen: T) => boolean): Promise<T> {
    const end = Date.now() + PATIENCE_MS;
    for (;;) {
      const seen = await look();
      if (isSo(seen)) {
        return seen;
      }
      if (Date.now() > end) {
        throw new Error(`in vain waited until ${what}; last seen: ${JSON.stringify(seen)}`);
      }
      await pause(50);
    }
  }

  /** Back to how a case finds the world. */
  async reset(): Promise<void> {
    if (!(await this.client.isThere())) {
      await this.keeper.start();
    }
    await this.client.unfreeze();
    for (const server of Object.values(this.router.members)) {
      await this.router.reviveMember?.(server);
    }
    await this.stop();
    await this.untilEnded();
    for (const [target, server] of Object.entries(this.router.members)) {
      await this.router.setWeight(server, this.configured[target] ?? 0);
    }
    await this.client.breakGlass(CONTRACT_POOL);
    await this.until('the pool is clean', () => this.pool(), (p) => p.override === null && (p.effective.state === 'applied' || !this.readable));
  }

  async close(): Promise<void> {
    await this.keeper.remove();
    await this.router.stop();
  }
}
