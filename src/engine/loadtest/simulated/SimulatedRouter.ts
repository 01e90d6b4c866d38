import type { AuditList, DryRunAnswer, OverrideAnswer, RenewAnswer } from '../../../domain/routing/answerSchema';
import type { RoutingCapabilities } from '../../../domain/routing/capabilitiesSchema';
import type { PoolList, RoutingPool } from '../../../domain/routing/poolSchema';
import type { AcquireRequest, ChangeRequest, RenewRequest } from '../../../domain/routing/requestSchema';
import type { RoutingOutcome } from '../../../domain/routing/RoutingOutcome';
import type { Router } from '../../../ports/Router';
import { refusal, SIMULATED_LIMITS, SIMULATED_POOL, type SimulatedKeeper } from './SimulatedKeeper';
import type { SimulatedWorld } from './SimulatedWorld';

type Outcome<T> = Promise<RoutingOutcome<T>>;

/** The routing contract over a pretended pool. */
export class SimulatedRouter implements Router {
  constructor(
    private readonly world: SimulatedWorld,
    private readonly keeper: SimulatedKeeper
  ) {}

  async capabilities(): Outcome<RoutingCapabilities> {
    return {
      kind: 'done',
      value: {
        contract: '1',
        server: 'simulated 1',
        adapter: 'simulated',
        shareStepBp: 1,
        shareRangeBp: { min: 0, max: SIMULATED_LIMITS.ceilingBp },
        kinds: ['instance'],
        verification: 'router',
        propagationMs: { typical: 200, max: 2_000 },
        lease: { enforcedBy: 'both', minTtlSeconds: 5, maxTtlSeconds: 300, maxLifetimeSeconds: SIMULATED_LIMITS.maxLifetimeSeconds },
        singleWriter: 'enforced',
        demandCeiling: 'router',
        dryRun: false,
        evidenceAsOf: true,
        frozen: this.keeper.frozen === null ? null : { reason: this.keeper.frozen, by: 'simulation', since: 0 },
        serverTime: this.world.now(),
      },
    };
  }

  async pools(): Outcome<PoolList> {
    return { kind: 'done', value: { pools: [{ id: SIMULATED_POOL, service: null, members: this.world.members.length, overridden: this.keeper.lease !== null }], next: null } };
  }

  async pool(): Outcome<RoutingPool> {
    return { kind: 'done', value: this.keeper.pool() };
  }

  async acquire(_pool: string, request: AcquireRequest, revision: number, key: string): Outcome<OverrideAnswer> {
    return this.keeper.acquire(request, revision, key);
  }

  async change(_pool: string, request: ChangeRequest, revision: number, key: string): Outcome<OverrideAnswer> {
    return this.keeper.change(request, revision, key);
  }

  async dryRun(): Outcome<DryRunAnswer> {
    return refusal(501, 'not_supported', 'a simulated pool has no dry run: it is one');
  }

  async renew(_pool: string, request: RenewRequest): Outcome<RenewAnswer> {
    return this.keeper.renew(request);
  }

  async stop(_pool: string, runId: string | null): Outcome<OverrideAnswer> {
    return this.keeper.stop(runId);
  }

  async stopDiverged(): Outcome<OverrideAnswer> {
    return this.keeper.stop(null);
  }

  async freeze(reason: string): Outcome<RoutingCapabilities> {
    this.keeper.freeze(reason);
    return this.capabilities();
  }

  async unfreeze(): Outcome<RoutingCapabilities> {
    this.keeper.freeze(null);
    return this.capabilities();
  }

  async events(): Outcome<AuditList> {
    return { kind: 'done', value: { events: [], next: null } };
  }
}
