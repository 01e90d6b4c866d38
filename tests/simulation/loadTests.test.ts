import { firstValueFrom, lastValueFrom } from 'rxjs';
import { ok } from '../../src/domain/base/Result';
import type { Benchmark } from '../../src/domain/capacity/Benchmark';
import { headroomJudge } from '../../src/domain/canary/headroomJudge';
import { defaultPlan } from '../../src/domain/ramp/defaultPlan';
import type { RunRecord } from '../../src/domain/records/runRecord';
import { LoadTests, type LoadTestSurroundings } from '../../src/engine/loadtest/LoadTests';
import type { LoadTestPorts } from '../../src/engine/loadtest/LoadTestPorts';
import { SimulatedKeeper, SIMULATED_POOL } from '../../src/engine/loadtest/simulated/SimulatedKeeper';
import { SimulatedRouter } from '../../src/engine/loadtest/simulated/SimulatedRouter';
import { SimulatedTelemetry } from '../../src/engine/loadtest/simulated/SimulatedTelemetry';
import { SimulatedWorld } from '../../src/engine/loadtest/simulated/SimulatedWorld';
import type { RunLog, RunStore } from '../../src/ports/RunStore';
import { AbortError } from '../../src/ports/AbortError';
import { ORIGIN, VirtualTime } from './VirtualTime';

const options = { members: 5, poolRps: 500, capacityRps: 400, workers: 4, serviceTimeSeconds: 0.01, noise: 0.03, scrapeSeconds: 5, seed: 5, speed: 1 };

const plan = {
  ...defaultPlan({ service: 'shop', pool: SIMULATED_POOL, target: 'instance-1', members: 5, tier: 'P2', benchmarkRps: null, poolRps: 500, p99Seconds: null, scrapeMs: 5_000 }),
  stateless: true,
  result: 'hold',
  course: { kind: 'steps', sharesBp: [2_500] },
  limits: { shareBp: 4_000, demandRps: null, stepBp: 4_000, runSeconds: 1_200, harmedRequests: 100_000 },
} as const;

/** Keeps records in memory, and refuses them while told to. */
class MemoryRunStore implements RunStore {
  readonly records: RunRecord[] = [];
  refuses = false;

  append(record: RunRecord) {
    if (this.refuses) {
      return Promise.resolve({ kind: 'kept' as const, problem: { kind: 'forbidden' as const, message: 'no' }, waiting: 1 });
    }
    this.records.push(JSON.parse(JSON.stringify(record)));
    return Promise.resolve({ kind: 'stored' as const, id: String(this.records.length) });
  }

  flush() {
    return Promise.resolve({ waiting: 0, problem: null });
  }

  runs() {
    return Promise.resolve(ok({ runs: [...new Set(this.records.map((r) => r.run))].map((id) => this.log(id)), unreadable: 0 }));
  }

  run(id: string) {
    return Promise.resolve(ok(this.records.some((r) => r.run === id) ? this.log(id) : null));
  }

  private log(run: string): RunLog {
    const records = this.records.filter((r) => r.run === run);
    return { run, service: records[0]?.service ?? '', records, open: !records.some((r) => r.event === 'end' || r.event === 'closed') };
  }
}

/** @param beside another page's setup, whose time and pool this page shares */
function setup(over: Partial<LoadTestSurroundings> = {}, store = new MemoryRunStore(), beside: { time: VirtualTime; world: SimulatedWorld; keeper: SimulatedKeeper } | null = null) {
  const time = beside?.time ?? new VirtualTime(ORIGIN);
  const world = beside?.world ?? new SimulatedWorld(options, time.world);
  const keeper = beside?.keeper ?? new SimulatedKeeper(world);
  let dead = false;
  const held = new Set<string>();
  const declared: Array<readonly [service: string, benchmark: Benchmark]> = [];
  let runs = 0;
  const ports: LoadTestPorts = {
    router: new SimulatedRouter(world, keeper),
    store,
    clock: time,
    monotonic: time.monotonic,
    ticker: { every: (milliseconds, tick) => time.every(milliseconds, () => dead || tick()) },
    log: { warn: () => undefined },
    judgeFor: () => headroomJudge,
    page: () => undefined,
    identity: { login: 'ed', orgId: 1, storeScope: '', maySaveSettings: false, mayDeclareBenchmarks: true, mayExplore: true, mayRunTests: true, mayAdminTests: false },
    locks: {
      hold: async (name, work, signal) => {
        if (held.has(name)) {
          return new Promise((_, reject) => signal.addEventListener('abort', () => reject(new AbortError())));
        }
        held.add(name);
        try {
          return await work();
        } finally {
          held.delete(name);
        }
      },
    },
    newRunId: () => `run-${++runs}`,
    benchmarks: {
      declare: (service, benchmark) => {
        declared.push([service, benchmark]);
        return Promise.resolve(ok({ id: '1', service, benchmark }));
      },
    },
  };
  const around: LoadTestSurroundings = {
    telemetryFor: (p) => Promise.resolve(p.service === 'shop' ? new SimulatedTelemetry(world, p.target) : null),
    planFacts: () => Promise.resolve(null),
    mayRun: true,
    configured: () => Promise.resolve(true),
    link: (service, from, to) => `/explore?service=${service}&from=${from}&to=${to}`,
    ...over,
  };
  const plans = { list: () => Promise.resolve(ok([])), save: () => Promise.resolve(ok(null)) };
  const tests = new LoadTests(ports, plans, around);
  /** Lets virtual time pass while something is waited for. */
  const during = async <T>(work: Promise<T>, seconds = 5): Promise<T> => {
    await time.runUntil(time.world() + seconds * 1_000, () => false);
    return work;
  };
  const die = (): void => {
    dead = true;
  };
  return { tests, time, world, keeper, store, during, declared, die };
}

const started = async (world: ReturnType<typeof setup>) => {
  const run = await world.during(world.tests.start(plan));
  if (!run.ok) {
    throw new Error(run.error.message);
  }
  return run.value.runId;
};

describe('a run through the use case', () => {
  it('is watched to its end, kept in the log, and reported with figures of every step', async () => {
    const world = setup();
    const runId = await started(world);
    const last = lastValueFrom(world.tests.watch(runId));
    await world.time.runUntil(ORIGIN + 3_600_000, () => world.store.records.some((r) => r.event === 'end'));
    expect(await last).toMatchObject({ role: 'driver', outcome: { kind: 'carried-plan', headline: 'Carried the plan' }, logKept: 'stored' });
    expect(world.store.records.map((r) => r.seq)).toEqual(world.store.records.map((_, i) => i));
    const report = await world.during(world.tests.report(runId));
    expect(report).toMatchObject({ ok: true, value: { benchmark: { high: null }, measuredReturnMs: expect.any(Number), link: expect.stringContaining('/explore') } });
    expect(report.ok && report.value.steps[0]?.target.cpuCores).toBeGreaterThan(0);
    const history = await world.during(world.tests.history(null, 90));
    expect(history).toMatchObject({ ok: true, value: [{ runId, outcome: 'carried-plan', ours: false }] });
  });

  it('leaves its benchmark once, for the fleet; a run that is watched or read again leaves none', async () => {
    const world = setup();
    const runId = await started(world);
    await world.time.runUntil(ORIGIN + 3_600_000, () => world.store.records.some((r) => r.event === 'end'));
    await world.during(world.tests.report(runId));
    expect(world.declared).toEqual([['shop', expect.objectContaining({ origin: 'load-test', high: null, by: 'ed', version: 'simulated', spec: '4 workers', note: expect.stringContaining(runId) })]]);
    const carried = world.declared[0]?.[1].low ?? 0;
    expect(carried).toBeGreaterThan(0.8 * 0.25 * options.poolRps);
    expect(carried).toBeLessThan(1.2 * 0.25 * options.poolRps);
    const other = setup({}, world.store);
    await other.during(other.tests.report(runId));
    expect(other.declared).toEqual([]);
  });

  it('is stopped from here at once, whoever asks', async () => {
    const world = setup();
    const runId = await started(world);
    await world.time.runUntil(ORIGIN + 120_000, () => world.keeper.lease !== null);
    await world.during(world.tests.stop(runId), 0);
    expect(world.keeper.lease).toBeNull();
    expect(world.declared).toEqual([]);
  });

  it('goes on when its log is refused, and says so', async () => {
    const store = new MemoryRunStore();
    store.refuses = true;
    const world = setup({}, store);
    const runId = await started(world);
    await world.time.runUntil(ORIGIN + 60_000, () => world.keeper.lease !== null);
    expect(await firstValueFrom(world.tests.watch(runId))).toMatchObject({ logKept: 'refused', phase: 'rehearsal' });
  });

  it('is the only one this browser drives', async () => {
    const world = setup();
    await started(world);
    expect(await world.during(world.tests.start(plan))).toMatchObject({ ok: false, error: { kind: 'busy' } });
  });

  it('can be held and resumed by its driver', async () => {
    const world = setup();
    const runId = await started(world);
    await world.time.runUntil(ORIGIN + 300_000, () => world.store.records.some((r) => r.event === 'change' && r.state === 'judging'));
    await world.tests.hold(runId);
    expect(await firstValueFrom(world.tests.watch(runId))).toMatchObject({ phase: 'holding', mayResume: true, headline: expect.stringContaining('Held by ed') });
    await world.tests.resume(runId);
    expect(await firstValueFrom(world.tests.watch(runId))).toMatchObject({ phase: 'settling' });
  });
});

describe('another page', () => {
  it('sees a run of the log, may stop it, never drives it', async () => {
    const world = setup();
    const runId = await started(world);
    await world.time.runUntil(ORIGIN + 120_000, () => world.keeper.lease !== null);
    const other = setup({}, world.store);
    const view = firstValueFrom(other.tests.watch(runId));
    await other.time.runUntil(ORIGIN + 5_000, () => false);
    expect(await view).toMatchObject({ role: 'watcher', mayStop: true, mayHold: false });
    expect(await other.tests.hold(runId)).toMatchObject({ ok: false, error: { kind: 'not-found' } });
    expect(await other.tests.stop(runId)).toEqual({ ok: true, value: null });
  });
});

describe('a run whose controller died', () => {
  /** The driver's tab dies while it holds traffic; another page looks at the same pool and log. */
  async function left() {
    const world = setup();
    const runId = await started(world);
    await world.time.runUntil(ORIGIN + 300_000, () => world.store.records.some((r) => r.event === 'change' && r.state === 'judging'));
    world.die();
    const visitor = setup({}, world.store, world);
    // The pool's leases end by the world's time, whether or not anybody asks.
    const pass = async (seconds: number): Promise<void> => {
      for (let i = 0; i < seconds; i++) {
        await visitor.time.runUntil(visitor.time.world() + 1_000, () => false);
        world.world.sync();
      }
    };
    return { runId, visitor, pass, keeper: world.keeper, store: world.store };
  }
  const ends = (store: MemoryRunStore) => store.records.filter((r) => r.event === 'closed' || r.event === 'end');

  it('is closed by the visitor who asks, with what its records tell', async () => {
    const { runId, visitor, pass, keeper, store } = await left();
    await pass(60);
    expect(keeper.lease).toBeNull();
    expect(await visitor.during(visitor.tests.stop(runId), 1)).toEqual({ ok: true, value: null });
    expect(ends(store)).toMatchObject([{ event: 'closed', run: runId, by: 'ed', seq: store.records.length - 1, detail: 'its driver had gone, the traffic is back' }]);
    expect(await visitor.during(visitor.tests.history(null, 90))).toMatchObject({ ok: true, value: [{ outcome: 'lost-control', headline: 'Closed by ed: its controller died' }] });
    expect(await visitor.during(visitor.tests.report(runId))).toMatchObject({ ok: true, value: { outcome: { kind: 'lost-control', reason: 'the controller died; closed by ed' }, measuredReturnMs: expect.any(Number) } });
  });

  it('is rolled back at once while its lease lives, and closed when nobody writes its end', async () => {
    const { runId, visitor, pass, keeper, store } = await left();
    expect(await visitor.during(visitor.tests.stop(runId), 0)).toEqual({ ok: true, value: null });
    expect(keeper.lease).toBeNull();
    expect(ends(store)).toEqual([]);
    await pass(20);
    expect(ends(store)).toHaveLength(1);
  });

  it('is closed once, however often it is asked for', async () => {
    const { runId, visitor, pass, store } = await left();
    await visitor.during(Promise.all([visitor.tests.stop(runId), visitor.tests.stop(runId)]), 1);
    await pass(60);
    await visitor.during(visitor.tests.stop(runId), 1);
    expect(ends(store)).toHaveLength(1);
  });

  it('is closed once when two clicks come together after its lease', async () => {
    const { runId, visitor, pass, store } = await left();
    await pass(60);
    await visitor.during(Promise.all([visitor.tests.stop(runId), visitor.tests.stop(runId)]), 1);
    expect(ends(store)).toHaveLength(1);
  });

  it('says so when the record is refused', async () => {
    const { runId, visitor, pass, store } = await left();
    await pass(60);
    store.refuses = true;
    expect(await visitor.during(visitor.tests.stop(runId), 1)).toMatchObject({ ok: false, error: { kind: 'forbidden', message: expect.stringContaining('The traffic is back') } });
  });
});

describe('a run that somebody else drives', () => {
  it('writes its own end when a visitor stops it', async () => {
    const world = setup();
    const runId = await started(world);
    await world.time.runUntil(ORIGIN + 300_000, () => world.store.records.some((r) => r.event === 'change' && r.state === 'judging'));
    const visitor = setup({}, world.store, world);
    await visitor.during(visitor.tests.stop(runId), 240);
    expect(world.store.records.filter((r) => r.event === 'closed' || r.event === 'end')).toMatchObject([{ event: 'end', outcome: 'stopped-by-operator' }]);
  });
});

describe('what is refused', () => {
  it.each<[string, Partial<LoadTestSurroundings>, typeof plan | (Omit<typeof plan, 'service'> & { service: string }), string]>([
    ['a Viewer', { mayRun: false }, plan, 'forbidden'],
    ['an app without an endpoint', { configured: () => Promise.resolve(false) }, plan, 'not-configured'],
    ['a service nobody knows', {}, { ...plan, service: 'other' }, 'not-found'],
  ])('%s', async (_name, around, asked, kind) => {
    const { tests, keeper } = setup(around);
    expect(await tests.start(asked)).toMatchObject({ ok: false, error: { kind } });
    expect(keeper.lease).toBeNull();
  });

  it('a Viewer may not stop a pool; a report of a run nobody knows is not found', async () => {
    expect(await setup({ mayRun: false }).tests.stopPool(SIMULATED_POOL)).toMatchObject({ ok: false, error: { kind: 'forbidden' } });
    expect(await setup().tests.report('nobody')).toMatchObject({ ok: false, error: { kind: 'not-found' } });
  });
});

describe('a simulated target', () => {
  it('runs the real engine and touches neither pool nor log', async () => {
    const world = setup();
    const run = await world.tests.simulate(plan, options);
    const runId = run.ok ? run.value.runId : '';
    const last = lastValueFrom(world.tests.watch(runId));
    await world.time.runUntil(ORIGIN + 3_600_000, () => false);
    expect(await last).toMatchObject({ simulated: true, outcome: { kind: 'carried-plan' } });
    expect(world.keeper.lease).toBeNull();
    expect(world.store.records).toEqual([]);
  });
});
