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

export const OPTIONS = { members: 5, poolRps: 500, capacityRps: 400, workers: 4, serviceTimeSeconds: 0.01, noise: 0.03, scrapeSeconds: 5, seed: 5, speed: 1 };

export const PLAN = {
  ...defaultPlan({ service: 'shop', pool: SIMULATED_POOL, target: 'instance-1', members: 5, tier: 'P2', benchmarkRps: null, poolRps: 500, p99Seconds: null, scrapeMs: 5_000 }),
  stateless: true,
  result: 'hold',
  course: { kind: 'steps', sharesBp: [2_500] },
  limits: { shareBp: 4_000, demandRps: null, stepBp: 4_000, runSeconds: 1_200, harmedRequests: 100_000 },
} as const;

const AWAY = { kind: 'unreachable', message: 'away' } as const;

/** Keeps records in memory, and refuses them while told to; while it is away they wait. */
export class MemoryRunStore implements RunStore {
  readonly records: RunRecord[] = [];
  readonly waiting: RunRecord[] = [];
  refuses = false;
  away = false;

  append(record: RunRecord) {
    if (this.refuses) {
      return Promise.resolve({ kind: 'kept' as const, problem: { kind: 'forbidden' as const, message: 'no' }, waiting: 1 });
    }
    if (this.away) {
      const waiting = this.waiting.push(JSON.parse(JSON.stringify(record)));
      return Promise.resolve({ kind: 'kept' as const, problem: AWAY, waiting });
    }
    this.records.push(JSON.parse(JSON.stringify(record)));
    return Promise.resolve({ kind: 'stored' as const, id: String(this.records.length) });
  }

  flush() {
    if (this.away) {
      return Promise.resolve({ waiting: this.waiting.length, problem: AWAY });
    }
    this.records.push(...this.waiting.splice(0));
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

interface Beside {
  readonly time: VirtualTime;
  readonly world: SimulatedWorld;
  readonly keeper: SimulatedKeeper;
}

/**
 * A page with the use case on a simulated pool.
 * @param beside another page's setup, whose time and pool this page shares
 * @param held locks of the browser; given on to another tab of the same
 */
export function setup(over: Partial<LoadTestSurroundings> = {}, store = new MemoryRunStore(), beside: Beside | null = null, held = new Set<string>()) {
  const time = beside?.time ?? new VirtualTime(ORIGIN);
  const world = beside?.world ?? new SimulatedWorld(OPTIONS, time.world);
  const keeper = beside?.keeper ?? new SimulatedKeeper(world);
  let dead = false;
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
    dashboard: (service, from, to) => `/d/x?var-service=${service}&from=${from}&to=${to}`,
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
  return { tests, time, world, keeper, store, during, declared, die, held };
}

export const started = async (world: ReturnType<typeof setup>): Promise<string> => {
  const run = await world.during(world.tests.start(PLAN));
  if (!run.ok) {
    throw new Error(run.error.message);
  }
  return run.value.runId;
};
