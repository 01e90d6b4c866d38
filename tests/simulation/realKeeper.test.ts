import type { RenewAnswer } from '../../src/domain/routing/answerSchema';
import type { RoutingPool } from '../../src/domain/routing/poolSchema';
import type { AcquireRequest, RenewRequest } from '../../src/domain/routing/requestSchema';
import type { RoutingOutcome } from '../../src/domain/routing/RoutingOutcome';
import { WEIGHT } from '../../src/engine/loadtest/simulated/SimulatedWorld';
import { KeeperRouter } from './KeeperRouter';
import { KeeperStage, PROMISE_MS } from './KeeperStage';

/** The real keeper behind something that answers reads from before, until a renewal was refused. */
class BehindRouter extends KeeperRouter {
  behind = false;
  refusals: string[] = [];
  private known: RoutingOutcome<RoutingPool> | null = null;

  override async pool(id: string): Promise<RoutingOutcome<RoutingPool>> {
    this.known = this.behind && this.known !== null ? this.known : await super.pool(id);
    return this.known;
  }

  override async renew(pool: string, request: RenewRequest): Promise<RoutingOutcome<RenewAnswer>> {
    const answer = await super.renew(pool, request);
    if (answer.kind === 'refused') {
      this.behind = false;
      this.refusals.push(answer.problem.code);
    }
    return answer;
  }
}

/** The real keeper over a wire on which calls are held up, or their answers get lost. */
class HeldUpRouter extends KeeperRouter {
  /** Milliseconds until a write arrives; null = at once. */
  delay: number | null = null;
  answersLost = 0;
  readonly renewals: RenewRequest[] = [];
  readonly keys: string[] = [];
  tellsAsOf = true;

  constructor(private readonly stage: KeeperStage) {
    super(() => stage.keeper);
  }

  override async capabilities() {
    const outcome = await super.capabilities();
    return outcome.kind === 'done' && !this.tellsAsOf ? { ...outcome, value: { ...outcome.value, evidenceAsOf: undefined } } : outcome;
  }

  override acquire(pool: string, request: AcquireRequest, revision: number, key: string) {
    this.keys.push(key);
    return this.send(() => super.acquire(pool, request, revision, key));
  }

  override renew(pool: string, request: RenewRequest) {
    this.renewals.push(request);
    return this.send(() => super.renew(pool, request));
  }

  override stop(pool: string, runId: string | null) {
    return this.send(() => super.stop(pool, runId));
  }

  private async send<T>(call: () => Promise<RoutingOutcome<T>>): Promise<RoutingOutcome<T>> {
    if (this.delay !== null) {
      this.stage.time.at(this.stage.time.world() + this.delay, () => void call());
      return { kind: 'unknown', message: 'no answer' };
    }
    const outcome = await call();
    return this.answersLost-- > 0 ? { kind: 'unknown', message: 'no answer' } : outcome;
  }
}

/** A page that has begun its run. */
function begun(stage = new KeeperStage(), router = stage.router()) {
  const controller = stage.page({ router });
  const phases = new Set<string>();
  controller.watch().subscribe((state) => phases.add(state.phase));
  controller.start();
  return { stage, controller, phases };
}

describe('the engine against the real keeper', () => {
  it('rehearses, carries the plan and gives everything back', async () => {
    const { controller, phases, stage } = begun();
    await stage.until(() => controller.state.phase === 'finished');
    expect(controller.state).toMatchObject({ outcome: { kind: 'carried-plan' }, ending: { byContract: true, byMetrics: true } });
    expect([...phases]).toEqual(['draft', 'preflight', 'rehearsal', 'acquiring', 'settling', 'judging', 'releasing', 'verifying', 'finished']);
    expect(stage.atBaseline()).toBe(true);
  });

  it('a page that dies: baseline within ttl, a second and propagation', async () => {
    const { controller, stage } = begun();
    await stage.until(() => controller.state.phase === 'judging');
    expect(stage.atBaseline()).toBe(false);
    stage.time.frozenUntil = Infinity;
    const died = stage.time.world();
    await stage.until(() => stage.atBaseline(), 60);
    expect(stage.atBaseline()).toBe(true);
    expect(stage.time.world() - died).toBeLessThanOrEqual(PROMISE_MS);
  });

  it('a keeper that is restarted restores first, and the run ends as lost control, never taken up again', async () => {
    const { controller, stage } = begun();
    await stage.until(() => controller.state.phase === 'judging');
    stage.restartKeeper();
    await stage.until(() => controller.state.phase === 'finished');
    expect(controller.state).toMatchObject({ outcome: { kind: 'lost-control', reason: expect.stringContaining('the keeper was restarted') } });
    expect(stage.atBaseline()).toBe(true);
  });

  it('a peer that dies ends the run', async () => {
    const { controller, stage } = begun();
    await stage.until(() => controller.state.phase === 'judging');
    const peer = stage.world.members[2];
    if (peer) {
      peer.serving = false;
    }
    await stage.until(() => controller.state.phase === 'releasing' || controller.state.phase === 'verifying', 30);
    expect(controller.state).toMatchObject({ outcome: { kind: 'stopped-by-guard' } });
  });

  it('a stop by somebody else ends the run as that, by name', async () => {
    const { controller, stage } = begun();
    await stage.until(() => controller.state.phase === 'judging');
    await stage.keeper.stop('pool', null, 'ann');
    await stage.until(() => controller.state.phase === 'finished');
    expect(controller.state).toMatchObject({ outcome: { kind: 'stopped-by-operator', by: 'ann at the routing endpoint' } });
    expect(stage.atBaseline()).toBe(true);
  });

  it.each([
    ['the pool', false, []],
    ['its own renewal', true, ['lease_expired']],
  ] as const)('a lease that the router lost ends the run as that, whichever the run hears of first: %s', async (_name, behind, refusals) => {
    const stage = new KeeperStage();
    const router = new BehindRouter(() => stage.keeper);
    const { controller } = begun(stage, router);
    await stage.until(() => controller.state.phase === 'judging');
    router.behind = behind;
    stage.world.members.forEach((m) => stage.world.weights.set(m.id, WEIGHT));
    await stage.until(() => controller.state.phase === 'finished');
    expect(router.refusals).toEqual(refusals);
    expect(controller.state).toMatchObject({ outcome: { kind: 'lost-control', reason: expect.stringContaining('the router was restarted or reloaded') } });
    expect(stage.atBaseline()).toBe(true);
  });

  it('an answer to taking the lease that gets lost is asked for again under the same key, and the run goes on', async () => {
    const stage = new KeeperStage();
    const router = new HeldUpRouter(stage);
    router.answersLost = 1;
    const { controller } = begun(stage, router);
    await stage.until(() => controller.state.phase === 'finished');
    expect(router.keys.slice(0, 2)).toEqual(['run-1', 'run-1']);
    expect(controller.state).toMatchObject({ outcome: { kind: 'carried-plan' } });
    expect(stage.atBaseline()).toBe(true);
  });

  it('renewals that come nine seconds late do not prolong a lease whose driver has gone', async () => {
    const stage = new KeeperStage();
    const router = new HeldUpRouter(stage);
    const { controller } = begun(stage, router);
    await stage.until(() => controller.state.phase === 'judging');
    router.delay = 9_000;
    const before = router.renewals.length;
    await stage.until(() => router.renewals.length > before, 30);
    stage.time.frozenUntil = Infinity;
    const died = stage.time.world();
    await stage.until(() => stage.atBaseline(), 60);
    expect(stage.time.world() - died).toBeLessThanOrEqual(PROMISE_MS);
  });

  it.each([true, false])('the time for which evidence is stated is told to an endpoint that says it reads it (%s)', async (tellsAsOf) => {
    const stage = new KeeperStage();
    const router = new HeldUpRouter(stage);
    router.tellsAsOf = tellsAsOf;
    begun(stage, router);
    await stage.until(() => router.renewals.length > 0, 300);
    expect(router.renewals[0]?.asOf === undefined).toBe(!tellsAsOf);
  });
});
