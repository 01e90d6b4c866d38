import { Keeper } from '../../keeper/Keeper';
import { MemoryAuditLog } from '../../keeper/journal/MemoryAuditLog';
import { MemoryJournal } from '../../keeper/journal/MemoryJournal';
import { SILENT_LOG } from '../../keeper/KeeperLog';
import { NO_GAUGES } from '../../keeper/metrics/KeeperGauges';
import type { RouterAdapter } from '../../keeper/routers/RouterAdapter';
import { headroomJudge } from '../../src/domain/canary/headroomJudge';
import { defaultPlan } from '../../src/domain/ramp/defaultPlan';
import type { RampPlan } from '../../src/domain/ramp/Plan';
import { RunController } from '../../src/engine/loadtest/RunController';
import { SimulatedTelemetry } from '../../src/engine/loadtest/simulated/SimulatedTelemetry';
import { SimulatedWorld, WEIGHT } from '../../src/engine/loadtest/simulated/SimulatedWorld';
import type { Telemetry } from '../../src/engine/loadtest/telemetry/Telemetry';
import type { Router } from '../../src/ports/Router';
import type { RunStore } from '../../src/ports/RunStore';
import { KeeperRouter } from './KeeperRouter';
import { ORIGIN, VirtualTime } from './VirtualTime';
import { WorldAdapter } from './WorldAdapter';

const OPTIONS = { members: 5, poolRps: 500, capacityRps: 400, workers: 4, serviceTimeSeconds: 0.01, noise: 0.03, scrapeSeconds: 5, seed: 5, speed: 1 };
export const TARGET = 'instance-1';
export const TTL = 20;
/** Longest way back after the driver went silent: the lease, a second, and the propagation the adapter declares. */
export const PROMISE_MS = TTL * 1_000 + 1_000 + 500;

export const STAGE_PLAN: RampPlan = {
  ...defaultPlan({ service: 'shop', pool: 'pool', target: TARGET, members: 5, tier: 'P2', benchmarkRps: null, poolRps: 500, p99Seconds: null, scrapeMs: 5_000 }),
  stateless: true,
  result: 'hold',
  course: { kind: 'steps', sharesBp: [2_500, 3_500] },
  ttlSeconds: TTL,
  limits: { shareBp: 4_000, demandRps: null, stepBp: 4_000, runSeconds: 1_200, harmedRequests: 100_000 },
};

const LIMITS = { ceilingBp: 9_000, largestStepBp: 9_000, minDwellMs: 0, maxLifetimeMs: 3_600_000, minTtlMs: 1_000, maxTtlMs: 120_000, maxEvidenceAgeMs: 11_000 };

/** What a page brings of its own; the rest is usual. */
export interface PageParts {
  readonly plan?: RampPlan;
  readonly runId?: string;
  readonly by?: string;
  readonly router?: Router;
  readonly telemetry?: Telemetry;
  readonly store?: RunStore;
  /** What the wall clock of this page shows. */
  readonly wall?: () => number;
}

/** The real keeper in front of a pretended pool, and pages that drive runs against it, all in one virtual time. */
export class KeeperStage {
  readonly time = new VirtualTime(ORIGIN);
  readonly world = new SimulatedWorld(OPTIONS, this.time.world);
  readonly adapter: RouterAdapter;
  /** Error of the keeper's wall clock. */
  keeperOffset = 0;
  keeper: Keeper;
  private readonly journal = new MemoryJournal();
  private tokens = 0;

  /** @param adapterOf another way to reach the pool */
  constructor(adapterOf: (world: SimulatedWorld) => RouterAdapter = (world) => new WorldAdapter(world)) {
    this.adapter = adapterOf(this.world);
    this.keeper = this.open();
    const turn = (): void => {
      void this.keeper.tick();
      this.time.at(this.time.world() + 1_000, turn);
    };
    turn();
  }

  get telemetry(): Telemetry {
    return new SimulatedTelemetry(this.world, TARGET);
  }

  router(): KeeperRouter {
    return new KeeperRouter(() => this.keeper);
  }

  restartKeeper(): void {
    this.keeper = this.open();
  }

  page({ plan = STAGE_PLAN, runId = 'run', by = 'ed', router = this.router(), telemetry = this.telemetry, store = SILENT_STORE, wall }: PageParts = {}): RunController {
    const { time } = this;
    const clock = wall === undefined ? time : { now: wall, sleep: time.sleep.bind(time) };
    const ports = { router, store, clock, monotonic: time.monotonic, ticker: time, log: { warn: () => undefined }, judgeFor: () => headroomJudge, page: () => undefined };
    return new RunController(ports, telemetry, { plan, runId, by, only: 'run', mayRun: true, otherRun: null, lastRehearsal: null });
  }

  async until(done: () => boolean, seconds = 1_800): Promise<void> {
    await this.time.runUntil(this.time.world() + seconds * 1_000, done);
  }

  async pass(seconds: number): Promise<void> {
    await this.until(() => false, seconds);
  }

  atBaseline(): boolean {
    this.world.sync();
    return this.world.members.every((m) => this.world.weights.get(m.id) === WEIGHT);
  }

  private open(): Keeper {
    const { time, journal } = this;
    const clock = { monotonicMs: time.monotonic, wallMs: () => time.world() + this.keeperOffset, sleep: (ms: number, signal?: AbortSignal) => waitUnless(time, ms, signal) };
    const members = Object.fromEntries(this.world.members.map((m) => [m.id, m.id]));
    const settings = { id: 'pool', service: 'shop', kind: 'instance', routerPool: 'world', members, baseline: null, limits: LIMITS } as const;
    const keeper = new Keeper([{ settings, routerId: 'world', router: this.adapter }], { clock, journal, audit: new MemoryAuditLog(), gauges: NO_GAUGES, log: SILENT_LOG, newToken: () => `t${++this.tokens}`, routerTimeoutMs: 2_000 });
    keeper.start(journal.read());
    return keeper;
  }
}

/** The keeper's own waits: they go on when a page is frozen. */
const waitUnless = (time: VirtualTime, ms: number, signal?: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    signal?.addEventListener('abort', () => resolve(), { once: true });
    time.at(time.world() + ms, resolve);
  });

const SILENT_STORE: RunStore = {
  append: () => Promise.resolve({ kind: 'stored', id: '' }),
  flush: () => Promise.resolve({ waiting: 0, problem: null }),
  runs: () => Promise.reject(new Error('not asked')),
  run: () => Promise.reject(new Error('not asked')),
};
