import { Keeper } from '../../keeper/Keeper';
import { MemoryAuditLog } from '../../keeper/journal/MemoryAuditLog';
import { MemoryJournal } from '../../keeper/journal/MemoryJournal';
import { SILENT_LOG } from '../../keeper/KeeperLog';
import { NO_GAUGES } from '../../keeper/metrics/KeeperGauges';
import { headroomJudge } from '../../src/domain/canary/headroomJudge';
import { defaultPlan } from '../../src/domain/ramp/defaultPlan';
import { RunController } from '../../src/engine/loadtest/RunController';
import { SimulatedTelemetry } from '../../src/engine/loadtest/simulated/SimulatedTelemetry';
import { SimulatedWorld, WEIGHT } from '../../src/engine/loadtest/simulated/SimulatedWorld';
import { KeeperRouter } from './KeeperRouter';
import { ORIGIN, VirtualTime } from './VirtualTime';
import { WorldAdapter } from './WorldAdapter';

const options = { members: 5, poolRps: 500, capacityRps: 400, workers: 4, serviceTimeSeconds: 0.01, noise: 0.03, scrapeSeconds: 5, seed: 5, speed: 1 };
const TARGET = 'instance-1';
const TTL = 20;

const plan = {
  ...defaultPlan({ service: 'shop', pool: 'pool', target: TARGET, members: 5, tier: 'P2', benchmarkRps: null, poolRps: 500, p99Seconds: null, scrapeMs: 5_000 }),
  stateless: true,
  result: 'hold',
  course: { kind: 'steps', sharesBp: [2_500, 3_500] },
  ttlSeconds: TTL,
  limits: { shareBp: 4_000, demandRps: null, stepBp: 4_000, runSeconds: 1_200, harmedRequests: 100_000 },
} as const;

/** The keeper's own waits: they go on when a page is frozen. */
const waitUnless = (time: VirtualTime, ms: number, signal?: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    signal?.addEventListener('abort', () => resolve(), { once: true });
    time.at(time.world() + ms, resolve);
  });

function setup() {
  const time = new VirtualTime(ORIGIN);
  const world = new SimulatedWorld(options, time.world);
  const journal = new MemoryJournal();
  const clock = { monotonicMs: time.monotonic, wallMs: time.world, sleep: (ms: number, signal?: AbortSignal) => waitUnless(time, ms, signal) };
  const members = Object.fromEntries(world.members.map((m) => [m.id, m.id]));
  const limits = { ceilingBp: 9_000, largestStepBp: 9_000, minDwellMs: 0, maxLifetimeMs: 3_600_000, minTtlMs: 1_000, maxTtlMs: 120_000, maxEvidenceAgeMs: 11_000 };
  const settings = { id: 'pool', service: 'shop', kind: 'instance', routerPool: 'world', members, baseline: null, limits } as const;
  let tokens = 0;
  const open = (): Keeper => {
    const keeper = new Keeper([{ settings, routerId: 'world', router: new WorldAdapter(world) }], { clock, journal, audit: new MemoryAuditLog(), gauges: NO_GAUGES, log: SILENT_LOG, newToken: () => `t${++tokens}`, routerTimeoutMs: 2_000 });
    keeper.start(journal.read());
    return keeper;
  };
  const stage = { keeper: open(), phases: new Set<string>() };
  const turn = (): void => {
    void stage.keeper.tick();
    time.at(time.world() + 1_000, turn);
  };
  turn();
  const store = { append: () => Promise.resolve({ kind: 'stored' as const, id: '' }), flush: () => Promise.resolve({ waiting: 0, problem: null }), runs: () => Promise.reject(new Error('not asked')), run: () => Promise.reject(new Error('not asked')) };
  const ports = { router: new KeeperRouter(() => stage.keeper), store, clock: time, monotonic: time.monotonic, ticker: time, log: { warn: () => undefined }, judgeFor: () => headroomJudge, page: () => undefined };
  const controller = new RunController(ports, new SimulatedTelemetry(world, TARGET), { plan, runId: 'run', by: 'ed', only: 'run', mayRun: true, otherRun: null, lastRehearsal: null });
  controller.watch().subscribe((state) => stage.phases.add(state.phase));
  const until = async (done: () => boolean, seconds = 1_800): Promise<void> => time.runUntil(time.world() + seconds * 1_000, done);
  const atBaseline = (): boolean => world.members.every((m) => world.weights.get(m.id) === WEIGHT);
  return { time, world, stage, controller, until, atBaseline, restart: () => (stage.keeper = open()) };
}

describe('the engine against the real keeper', () => {
  it('rehearses, carries the plan and gives everything back', async () => {
    const { controller, until, atBaseline, stage } = setup();
    controller.start();
    await until(() => controller.state.phase === 'finished');
    expect(controller.state).toMatchObject({ outcome: { kind: 'carried-plan' }, ending: { byContract: true, byMetrics: true } });
    expect([...stage.phases]).toEqual(['draft', 'preflight', 'rehearsal', 'acquiring', 'settling', 'judging', 'releasing', 'verifying', 'finished']);
    expect(atBaseline()).toBe(true);
  });

  it('a page that dies: baseline within ttl, a second and propagation', async () => {
    const { controller, until, atBaseline, time } = setup();
    controller.start();
    await until(() => controller.state.phase === 'judging');
    expect(atBaseline()).toBe(false);
    time.frozenUntil = Infinity;
    const died = time.world();
    await until(atBaseline, 60);
    expect(atBaseline()).toBe(true);
    expect(time.world() - died).toBeLessThanOrEqual(TTL * 1_000 + 1_000 + 500);
  });

  it('a keeper that is restarted restores first, and the run ends as lost control, never taken up again', async () => {
    const { controller, until, atBaseline, restart } = setup();
    controller.start();
    await until(() => controller.state.phase === 'judging');
    restart();
    await until(() => controller.state.phase === 'finished');
    expect(controller.state).toMatchObject({ outcome: { kind: 'lost-control' } });
    expect(atBaseline()).toBe(true);
  });

  it('a peer that dies ends the run', async () => {
    const { controller, until, world } = setup();
    controller.start();
    await until(() => controller.state.phase === 'judging');
    const peer = world.members[2];
    if (peer) {
      peer.serving = false;
    }
    await until(() => controller.state.phase === 'releasing' || controller.state.phase === 'verifying', 30);
    expect(controller.state).toMatchObject({ outcome: { kind: 'stopped-by-guard' } });
  });

  it('a stop by somebody else ends the run as that', async () => {
    const { controller, until, stage, atBaseline } = setup();
    controller.start();
    await until(() => controller.state.phase === 'judging');
    await stage.keeper.stop('pool', null, 'ann');
    await until(() => controller.state.phase === 'finished');
    expect(controller.state).toMatchObject({ outcome: { kind: 'stopped-by-operator' } });
    expect(atBaseline()).toBe(true);
  });
});
