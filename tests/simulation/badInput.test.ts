import { HttpRouter } from '../../src/adapters/routing/HttpRouter';
import type { RoutingTransport } from '../../src/adapters/routing/RoutingTransport';
import type { OutcomeKind } from '../../src/domain/ramp/Outcome';
import { outcomeText } from '../../src/domain/ramp/outcomeText';
import type { RoutingPool } from '../../src/domain/routing/poolSchema';
import type { RoutingOutcome } from '../../src/domain/routing/RoutingOutcome';
import type { RunController } from '../../src/engine/loadtest/RunController';
import type { SimulatedWorld } from '../../src/engine/loadtest/simulated/SimulatedWorld';
import type { RouterWrite, WriteResult } from '../../keeper/routers/RouterAdapter';
import { KeeperRouter } from './KeeperRouter';
import { KeeperStage, PROMISE_MS, STAGE_PLAN, TARGET, type PageParts } from './KeeperStage';
import { proxiedKeeper } from './proxiedKeeper';
import { SPOILED, spoilable } from './SpoiledEndpoint';
import { noTrouble } from './Trouble';
import { TroubledTelemetry } from './TroubledTelemetry';
import { WorldAdapter } from './WorldAdapter';

const outcomeOf = ({ state }: RunController): OutcomeKind | null => (state.phase === 'finished' ? state.outcome.kind : null);
const words = ({ state }: RunController): string => (state.phase === 'finished' ? outcomeText(state.outcome) : state.phase);
const finished = (run: RunController) => (): boolean => run.state.phase === 'finished';
const leases = async (stage: KeeperStage): Promise<number> => {
  const answer = await stage.keeper.events('pool', 0, 100);
  return answer.kind === 'accepted' ? answer.body.events.filter((e) => e.kind === 'acquired' && e.runId === 'run').length : NaN;
};

/** A run that watches its first step. */
async function watching(stage: KeeperStage, parts: PageParts = {}): Promise<RunController> {
  const run = stage.page(parts);
  run.start();
  await stage.until(() => run.state.phase === 'judging', 300);
  expect(run.state.phase).toBe('judging');
  return run;
}

describe.each(SPOILED)('an endpoint that %s', (_name, spoiled) => {
  it('from the start: nothing is moved, and the run says why', async () => {
    const stage = new KeeperStage();
    const { router, now } = spoilable(stage);
    now.spoiled = spoiled;
    const run = stage.page({ router });
    run.start();
    await stage.until(finished(run), 300);
    expect(words(run)).toMatch(/^No answer, for want of a preflight that passes: The routing endpoint cannot be used/);
    expect([stage.atBaseline(), await leases(stage)]).toEqual([true, 0]);
  });

  it('for good, under load: baseline within the promise, and the run ends knowing that it lost control', async () => {
    const stage = new KeeperStage();
    const { router, now } = spoilable(stage);
    const run = await watching(stage, { router });
    now.spoiled = spoiled;
    const since = stage.time.world();
    await stage.until(() => stage.atBaseline(), 60);
    expect(stage.time.world() - since).toBeLessThanOrEqual(PROMISE_MS);
    await stage.until(finished(run), 600);
    expect(outcomeOf(run)).toBe('lost-control');
    expect([stage.atBaseline(), await leases(stage)]).toEqual([true, 1]);
  });

  it('for six seconds, under load: the run goes on to its end', async () => {
    const stage = new KeeperStage();
    const { router, now } = spoilable(stage);
    const run = await watching(stage, { router });
    now.spoiled = spoiled;
    await stage.pass(6);
    now.spoiled = null;
    await stage.until(finished(run));
    expect([outcomeOf(run), stage.atBaseline()]).toEqual(['carried-plan', true]);
  });
});

it('an endpoint of another version is refused by that name', async () => {
  const stage = new KeeperStage();
  const usual = proxiedKeeper(stage.router());
  const transport: RoutingTransport = async (request, signal) => {
    const reply = await usual(request, signal);
    return request.path === 'v1/capabilities' ? { ...reply, body: JSON.stringify({ ...JSON.parse(reply.body), contract: '2' }) } : reply;
  };
  const run = stage.page({ router: new HttpRouter(transport, stage.time) });
  run.start();
  await stage.until(finished(run), 300);
  expect(words(run)).toContain('speaks version 2');
  expect(stage.atBaseline()).toBe(true);
});

describe('clocks', () => {
  const HOURS = 3 * 3_600_000;

  it.each([HOURS, -HOURS])("the browser's is wrong by %d ms from the start: the run does not care", async (error) => {
    const stage = new KeeperStage();
    const run = await watching(stage, { wall: () => stage.time.world() + error });
    await stage.until(finished(run));
    expect([outcomeOf(run), stage.atBaseline()]).toEqual(['carried-plan', true]);
  });

  it.each([HOURS, -HOURS])("the browser's jumps by %d ms under load: the run does not care", async (error) => {
    const stage = new KeeperStage();
    const run = await watching(stage);
    stage.time.wallOffset = error;
    await stage.until(finished(run));
    expect([outcomeOf(run), stage.atBaseline()]).toEqual(['carried-plan', true]);
  });

  it.each([HOURS, -HOURS, 2_500])("the keeper's is off by %d ms from the start: refused before anything is moved", async (error) => {
    const stage = new KeeperStage();
    stage.keeperOffset = error;
    const run = stage.page();
    run.start();
    await stage.until(finished(run), 300);
    expect(words(run)).toMatch(/clock/i);
    expect(await leases(stage)).toBe(0);
  });

  it.each([HOURS, -HOURS])("the keeper's jumps by %d ms under load: no sample is fresh any more, so nothing is raised and the run ends", async (error) => {
    const stage = new KeeperStage();
    const run = await watching(stage);
    stage.keeperOffset = error;
    await stage.until(finished(run), 300);
    expect([outcomeOf(run), stage.atBaseline()]).toEqual(['stopped-by-guard', true]);
    expect(run.state.phase === 'finished' && run.state.run?.steps.some((step) => step.result === 'carried')).toBe(false);
  });
});

/** The real keeper, whose answers about the pool are changed on the way. */
class RewrittenRouter extends KeeperRouter {
  rewrite: (pool: RoutingPool) => RoutingPool = (pool) => pool;

  override async pool(id: string): Promise<RoutingOutcome<RoutingPool>> {
    const outcome = await super.pool(id);
    return outcome.kind === 'done' ? { ...outcome, value: this.rewrite(outcome.value) } : outcome;
  }
}

/** As a pool is answered that no longer knows the target. */
const without = (pool: RoutingPool, members: RoutingPool['members']): RoutingPool => {
  const shares = Object.fromEntries(members.map((m) => [m.id, m.shareBp ?? 0]));
  return { ...pool, members, effective: { ...pool.effective, shares } };
};

describe('the target', () => {
  it('is unknown to the pool: refused by name', async () => {
    const stage = new KeeperStage();
    const run = stage.page({ plan: { ...STAGE_PLAN, target: 'instance-9' } });
    run.start();
    await stage.until(finished(run), 300);
    expect(words(run)).toContain('instance-9 is not a member');
    expect(await leases(stage)).toBe(0);
  });

  it.each<[string, (pool: RoutingPool) => RoutingPool]>([
    ['is gone', (pool) => without(pool, pool.members.filter(({ id }) => id !== TARGET))],
    ['has another name', (pool) => without(pool, pool.members.map((m) => (m.id === TARGET ? { ...m, id: 'instance-1b' } : m)))],
  ])('%s under load: the run ends as ejected, and the traffic is back', async (_name, rewrite) => {
    const stage = new KeeperStage();
    const router = new RewrittenRouter(() => stage.keeper);
    const run = await watching(stage, { router });
    router.rewrite = rewrite;
    await stage.until(finished(run), 300);
    expect([outcomeOf(run), stage.atBaseline()]).toEqual(['target-ejected', true]);
    expect(words(run)).toContain(`${TARGET} is no longer a member of the pool`);
  });

  it.each([
    ['no instance', 0, /no instance/],
    ['two instances', 2, /2 instances/],
  ])('matches %s in the metrics: refused', async (_name, targetMatches, text) => {
    const stage = new KeeperStage();
    const { telemetry } = stage;
    const facts: typeof telemetry.facts = async (signal) => {
      const found = await telemetry.facts(signal);
      return found.ok ? { ...found, value: { ...found.value, targetMatches } } : found;
    };
    const run = stage.page({ telemetry: { required: telemetry.required, facts, read: telemetry.read.bind(telemetry), curves: telemetry.curves.bind(telemetry) } });
    run.start();
    await stage.until(finished(run), 300);
    expect(words(run)).toMatch(text);
    expect(await leases(stage)).toBe(0);
  });
});

/** A router that says yes. */
class DeafAdapter extends WorldAdapter {
  /** Shows what was written as if it were in force. */
  shows = false;
  private readonly written = new Map<string, number>();

  override async read() {
    const reading = await super.read();
    return this.shows ? { ...reading, members: reading.members.map((m) => ({ ...m, weight: this.written.get(m.id) ?? m.weight })) } : reading;
  }

  override write(_pool: string, { weights }: RouterWrite): Promise<WriteResult> {
    Object.entries(weights).forEach(([id, weight]) => this.written.set(id, weight));
    return Promise.resolve({ kind: 'applied' });
  }
}

describe('a share that never arrives', () => {
  it.each([
    ['and the router shows it', false, 'lost-control', /no longer has the override/],
    ['though the router says that it has', true, 'inconclusive', /the share did not arrive/],
  ] as const)('%s: the run ends as that', async (_name, shows, outcome, text) => {
    const deaf = (world: SimulatedWorld): DeafAdapter => Object.assign(new DeafAdapter(world), { shows });
    const stage = new KeeperStage(deaf);
    const run = stage.page();
    run.start();
    await stage.until(finished(run), 1_200);
    expect([outcomeOf(run), words(run)]).toEqual([outcome, expect.stringMatching(text)]);
    expect(stage.atBaseline()).toBe(true);
  });
});

describe('metrics that stop under load', () => {
  const troubled = (stage: KeeperStage) => {
    const trouble = noTrouble();
    return { trouble, telemetry: new TroubledTelemetry(stage.telemetry, stage.time, trouble) };
  };

  it('Prometheus does not answer for 3 s: the run goes on', async () => {
    const stage = new KeeperStage();
    const { trouble, telemetry } = troubled(stage);
    const run = await watching(stage, { telemetry });
    trouble.telemetryFails = true;
    await stage.pass(3);
    trouble.telemetryFails = false;
    await stage.until(finished(run));
    expect([outcomeOf(run), stage.atBaseline()]).toEqual(['carried-plan', true]);
  });

  it.each<[string, (stage: KeeperStage, trouble: ReturnType<typeof noTrouble>) => void]>([
    ['Prometheus is restarted and does not come back in time', (_stage, trouble) => Object.assign(trouble, { telemetryFails: true })],
    ['nothing is scraped any more', (stage) => Object.assign(stage.world, { blackout: true })],
    ['only the target is not scraped any more', (stage) => Object.assign(stage.world.members[0] ?? {}, { silent: true })],
    ['only one peer is not scraped any more', (stage) => Object.assign(stage.world.members[3] ?? {}, { silent: true })],
  ])('%s: no data under load is a failure', async (_name, happen) => {
    const stage = new KeeperStage();
    const { trouble, telemetry } = troubled(stage);
    const run = await watching(stage, { telemetry });
    const since = stage.time.world();
    happen(stage, trouble);
    await stage.until(() => stage.atBaseline(), 60);
    expect(stage.time.world() - since).toBeLessThanOrEqual(PROMISE_MS);
    await stage.until(finished(run), 600);
    expect(outcomeOf(run)).toBe('stopped-by-guard');
  });

  it.each([
    [3, 'carried-plan'],
    [60, 'stopped-by-guard'],
  ] as const)('Grafana itself is restarted, %d s: neither endpoint nor metrics answer; ends as %s', async (seconds, outcome) => {
    const stage = new KeeperStage();
    const { router, now } = spoilable(stage);
    const { trouble, telemetry } = troubled(stage);
    const run = await watching(stage, { router, telemetry });
    trouble.telemetryFails = true;
    now.spoiled = { reaches: false, reply: () => ({ status: 0, body: 'Failed to fetch', redirected: false }) };
    const since = stage.time.world();
    await stage.pass(seconds);
    expect(stage.atBaseline() || stage.time.world() - since <= PROMISE_MS).toBe(true);
    trouble.telemetryFails = false;
    now.spoiled = null;
    await stage.until(finished(run));
    expect([outcomeOf(run), stage.atBaseline()]).toEqual([outcome, true]);
  });
});
