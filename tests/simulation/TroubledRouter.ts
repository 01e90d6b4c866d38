import type { AuditList, DryRunAnswer, OverrideAnswer, RenewAnswer } from '../../src/domain/routing/answerSchema';
import type { RoutingCapabilities } from '../../src/domain/routing/capabilitiesSchema';
import type { PoolList, RoutingPool } from '../../src/domain/routing/poolSchema';
import type { AcquireRequest, ChangeRequest, RenewRequest } from '../../src/domain/routing/requestSchema';
import type { RoutingOutcome } from '../../src/domain/routing/RoutingOutcome';
import type { SeededRandom } from '../../src/engine/loadtest/simulated/SeededRandom';
import { AbortError } from '../../src/ports/AbortError';
import type { Router } from '../../src/ports/Router';
import type { Trouble } from './Trouble';
import type { VirtualTime } from './VirtualTime';

type Outcome<T> = Promise<RoutingOutcome<T>>;

const UNKNOWN = { kind: 'unknown', message: 'no answer' } as const;
const BLOCKED = { kind: 'blocked', status: 401, message: 'the session must rotate' } as const;

/** The routing contract over a bad network: late, lost and delayed calls. A write that was aborted may still be applied. */
export class TroubledRouter implements Router {
  constructor(
    private readonly inner: Router,
    private readonly time: VirtualTime,
    private readonly trouble: Trouble,
    private readonly random: SeededRandom
  ) {}

  capabilities(signal: AbortSignal): Outcome<RoutingCapabilities> {
    return this.read(() => this.inner.capabilities(signal), signal);
  }

  pools(): Outcome<PoolList> {
    return this.inner.pools(null, null, new AbortController().signal);
  }

  pool(id: string, signal: AbortSignal): Outcome<RoutingPool> {
    return this.read(() => this.inner.pool(id, signal), signal);
  }

  acquire(pool: string, request: AcquireRequest, revision: number, key: string, signal: AbortSignal): Outcome<OverrideAnswer> {
    return this.write(() => this.inner.acquire(pool, request, revision, key, signal), signal);
  }

  change(pool: string, request: ChangeRequest, revision: number, key: string, signal: AbortSignal): Outcome<OverrideAnswer> {
    return this.write(() => this.inner.change(pool, request, revision, key, signal), signal);
  }

  renew(pool: string, request: RenewRequest, signal: AbortSignal): Outcome<RenewAnswer> {
    return this.write(() => this.inner.renew(pool, request, signal), signal);
  }

  stop(pool: string, runId: string | null): Outcome<OverrideAnswer> {
    return this.write(() => this.inner.stop(pool, runId), new AbortController().signal);
  }

  stopDiverged(pool: string): Outcome<OverrideAnswer> {
    return this.inner.stopDiverged(pool);
  }

  dryRun(pool: string, request: AcquireRequest, revision: number, signal: AbortSignal): Outcome<DryRunAnswer> {
    return this.inner.dryRun(pool, request, revision, signal);
  }

  freeze(reason: string): Outcome<RoutingCapabilities> {
    return this.inner.freeze(reason);
  }

  unfreeze(): Outcome<RoutingCapabilities> {
    return this.inner.unfreeze();
  }

  events(pool: string | null, after: number | null, signal: AbortSignal): Outcome<AuditList> {
    return this.inner.events(pool, after, signal);
  }

  private async read<T>(ask: () => Outcome<T>, signal: AbortSignal): Outcome<T> {
    await this.pass(signal);
    if (this.trouble.blocked) {
      return BLOCKED;
    }
    return this.trouble.unreadable ? UNKNOWN : ask();
  }

  private async write<T>(apply: () => Outcome<T>, signal: AbortSignal): Outcome<T> {
    const { trouble, random } = this;
    if (trouble.blocked) {
      await this.pass(signal);
      return BLOCKED;
    }
    if (trouble.unreadable || random.chance(trouble.requestsLost)) {
      await this.pass(signal);
      return UNKNOWN;
    }
    if (random.chance(trouble.writesDelayed)) {
      // It stands somewhere on the way and comes long after everybody has given it up.
      this.time.at(this.time.world() + random.between(2_000, 40_000), () => void apply());
      await this.pass(signal);
      return UNKNOWN;
    }
    const lost = random.chance(trouble.answersLost);
    await this.time.wait(this.trouble.routerDelay / 2);
    const outcome = await apply();
    await this.pass(signal);
    return lost ? UNKNOWN : outcome;
  }

  private async pass(signal: AbortSignal): Promise<void> {
    await this.time.wait(this.trouble.routerDelay / 2);
    if (signal.aborted) {
      throw new AbortError();
    }
  }
}
