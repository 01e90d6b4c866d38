import type { Keeper } from '../../keeper/Keeper';
import type { KeeperAnswer } from '../../keeper/pool/Refusal';
import { PROBLEM_STATUS } from '../../keeper/pool/PROBLEM_STATUS';
import type { AuditList, DryRunAnswer, OverrideAnswer, RenewAnswer } from '../../src/domain/routing/answerSchema';
import type { RoutingCapabilities } from '../../src/domain/routing/capabilitiesSchema';
import type { PoolList, RoutingPool } from '../../src/domain/routing/poolSchema';
import type { AcquireRequest, ChangeRequest, RenewRequest } from '../../src/domain/routing/requestSchema';
import type { RoutingOutcome } from '../../src/domain/routing/RoutingOutcome';
import type { Router } from '../../src/ports/Router';

type Outcome<T> = Promise<RoutingOutcome<T>>;

/** The real keeper, called in-process: what HTTP would carry, without it. */
export class KeeperRouter implements Router {
  constructor(private readonly keeper: () => Keeper) {}

  async capabilities(): Outcome<RoutingCapabilities> {
    return outcomeOf(await this.keeper().capabilities(null));
  }

  async pools(service: string | null): Outcome<PoolList> {
    return { kind: 'done', value: this.keeper().list(service, null, 100) };
  }

  async pool(id: string): Outcome<RoutingPool> {
    return outcomeOf(await this.keeper().pool(id));
  }

  async acquire(pool: string, request: AcquireRequest, revision: number, key: string): Outcome<OverrideAnswer> {
    return outcomeOf(await this.keeper().put({ pool, request, revision, key, actor: 'test' }));
  }

  async change(pool: string, request: ChangeRequest, revision: number, key: string): Outcome<OverrideAnswer> {
    return outcomeOf(await this.keeper().put({ pool, request, revision, key, actor: 'test' }));
  }

  async dryRun(pool: string, request: AcquireRequest, revision: number): Outcome<DryRunAnswer> {
    return outcomeOf(await this.keeper().dryRunPut({ pool, request, revision, key: null, actor: 'test' }));
  }

  async renew(pool: string, request: RenewRequest): Outcome<RenewAnswer> {
    return outcomeOf(await this.keeper().renew(pool, request, false));
  }

  async stop(pool: string, runId: string | null): Outcome<OverrideAnswer> {
    return outcomeOf(await this.keeper().stop(pool, runId, 'test'));
  }

  async stopDiverged(pool: string): Outcome<OverrideAnswer> {
    return outcomeOf(await this.keeper().breakGlass(pool, 'test'));
  }

  async freeze(reason: string): Outcome<RoutingCapabilities> {
    return outcomeOf(await this.keeper().freeze(reason, 'test'));
  }

  async unfreeze(): Outcome<RoutingCapabilities> {
    return outcomeOf(await this.keeper().unfreeze('test'));
  }

  async events(pool: string | null): Outcome<AuditList> {
    return outcomeOf(await this.keeper().events(pool, 0, 100));
  }
}

function outcomeOf<T>(answer: KeeperAnswer<T>): RoutingOutcome<T> {
  if (answer.kind === 'refused') {
    const { code, detail } = answer;
    return { kind: 'refused', problem: { type: 'about:blank', ...PROBLEM_STATUS[code], detail, code } };
  }
  return answer.status === 202 ? { kind: 'pending', value: answer.body, pollAfterMs: 500 } : { kind: 'done', value: answer.body };
}
