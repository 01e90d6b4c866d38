import { setTimeout as sleep } from 'node:timers/promises';
import { DemoPaths } from '../demo/demoPaths';
import { type FaultKind, SOFT_FAULTS } from '../demo/live/Fault';
import { liveTargets } from '../demo/live/liveTargets';
import { readLivePlan } from '../demo/live/livePlan';
import { SERVICES } from '../demo/history/services';
import { SystemClock } from '../src/adapters/browser/SystemClock';
import { directTransport } from '../src/adapters/prometheus/directTransport';
import { PrometheusMetrics } from '../src/adapters/prometheus/PrometheusMetrics';
import { builtInProfiles } from '../src/domain/catalogue/builtInProfiles';
import { resourceProfiles } from '../src/domain/catalogue/resourceProfiles';
import { serviceRef } from '../src/domain/catalogue/ServiceRef';
import { defaultPlan } from '../src/domain/ramp/defaultPlan';
import { outcomeText } from '../src/domain/ramp/outcomeText';
import type { RampPlan } from '../src/domain/ramp/Plan';
import type { RehearsalResult } from '../src/domain/ramp/rehearsal';
import { SIGNAL } from '../src/domain/ramp/Signal';
import { judgeFor } from '../src/engine/loadtest/judgeFor';
import type { RunPorts } from '../src/engine/loadtest/LoadTestPorts';
import { RunController, type RunOptions } from '../src/engine/loadtest/RunController';
import { PrometheusTelemetry } from '../src/engine/loadtest/telemetry/PrometheusTelemetry';
import { DemoRouting } from '../tests/support/DemoRouting';
import { type RouterLook, ShareWatch } from './ShareWatch';

/** What became of one fault. */
export interface Struck {
  readonly kind: FaultKind;
  /** Part of a scrape interval that had passed when it began. */
  readonly phase: number;
  /** From the fault to the measured share back at baseline, milliseconds; null = it did not come back. */
  readonly milliseconds: number | null;
  /** How the run ended, in words. */
  readonly ending: string;
}

const SCRAPE_MS = 5_000;
/** Cores of an instance of the live services. */
const CORES = 2;
/** Longer than it may take to be seen; healed before the next run. */
const HARD_SECONDS = 20;
/** Longer than the window of a soft guard. */
const SOFT_SECONDS = 40;
/** Usual p99 of the live services, rounded up: a plan's guard stands at four times that. */
const USUAL_P99_SECONDS = 0.08;
/** After it, until the 30 s of a soft guard hold nothing of it. */
const CALM_MS = 35_000;
const PATIENCE_MS = 180_000;
const PROFILE = 'prometheus-http';
const NOBODY: AbortSignal = new AbortController().signal;

/** One service of a running demo with the engine, the keeper, HAProxy and Prometheus as a user has them; only Grafana is left out. */
export class FaultStage {
  private readonly routing: DemoRouting;
  /** Looks on by itself: a stop aborts every other call of the client that sends it. */
  private readonly beside: DemoRouting;
  private readonly telemetry: PrometheusTelemetry;
  private readonly plan: RampPlan;
  private readonly faultUrl: string;
  private rehearsal: RehearsalResult | null = null;
  private runs = 0;
  /** Monotonic. */
  private calmFrom = 0;

  /** @param state folder of the demo. @throws Error when the demo does not run or has no such live service */
  constructor(state: string, service: string, shareBp: number) {
    const paths = new DemoPaths(process.cwd(), state);
    const { ports, timeline, startedAt } = readLivePlan(paths.planFile);
    const live = liveTargets(SERVICES, timeline, startedAt, ports).find((target) => target.service.name === service);
    const [, instance] = live?.instances ?? [];
    const profile = builtInProfiles.find(({ id }) => id === PROFILE);
    if (!live || !instance || !profile) {
      throw new Error(`${service} is no live service of the demo in ${state}`);
    }
    const { name, namespace } = live.service;
    this.routing = new DemoRouting(paths);
    this.beside = new DemoRouting(paths);
    this.faultUrl = `http://127.0.0.1:${instance.port}/fault`;
    const ref = serviceRef('demo', PROFILE, profile.group, { namespace, service: name });
    const metrics = new PrometheusMetrics(
      directTransport(() => `http://127.0.0.1:${ports.prometheus}`),
      () => new Promise((resolve) => setImmediate(resolve)),
      () => performance.now()
    );
    this.telemetry = new PrometheusTelemetry(metrics, {
      source: 'demo',
      context: { profile, resource: resourceProfiles.find(({ id }) => id === 'process') ?? null, scope: [], scrapeInterval: SCRAPE_MS, metrics: new Set(), recorded: new Set(), service: ref },
      target: instance.slot.name,
      members: async () => (await this.beside.pool(name))?.members.map(({ id }) => id) ?? [],
      known: () => Promise.resolve({ service: null, cores: CORES, memoryBytes: null, safeLimitRps: null, peakTodayRps: null, athRps: null, eventFactor: 1, autoscaler: null, alerts: [], scrapeTimeoutMs: null }),
    });
    const proposed = defaultPlan({ service: ref.key, pool: name, target: instance.slot.name, members: live.instances.length, tier: 'P1', benchmarkRps: null, poolRps: null, p99Seconds: USUAL_P99_SECONDS, scrapeMs: SCRAPE_MS });
    this.plan = { ...proposed, name: 'Faults', stateless: true, course: { kind: 'steps', sharesBp: [shareBp] }, limits: { ...proposed.limits, harmedRequests: 1e6 }, reason: 'Measuring the time from fault to baseline' };
  }

  get about(): string {
    const { target, pool, ttlSeconds } = this.plan;
    return `${target} of ${pool}, lease of ${ttlSeconds} s`;
  }

  /** Once before the faults, as a run without one would do by itself. @returns the measured way back, milliseconds */
  async rehearse(): Promise<number> {
    const controller = this.begin('rehearsal');
    await this.until(() => controller.state.phase === 'finished', 'the rehearsal did not end');
    const { state } = controller;
    this.rehearsal = state.phase === 'finished' ? (state.run?.rehearsal ?? null) : null;
    if (this.rehearsal === null) {
      throw new Error(`the rehearsal failed: ${endingOf(controller)}`);
    }
    return this.rehearsal.returnMs;
  }

  /** Holds the target at the share, breaks it at that phase of a scrape interval, and times the way back. */
  async strike(kind: FaultKind, phase: number): Promise<Struck> {
    await this.until(() => this.isWell(), 'the pool did not recover from the fault before');
    const controller = this.begin('run');
    try {
      await this.until(() => controller.state.phase === 'judging' || controller.state.phase === 'finished', 'the share was not reached');
      const { state } = controller;
      if (state.phase !== 'judging') {
        throw new Error(`the run ended before the fault: ${endingOf(controller)}`);
      }
      const watch = new ShareWatch(() => this.look(), this.plan.target, state.run.facts.baselineBp / 10_000);
      await this.waitForPhase(phase);
      const seconds = SOFT_FAULTS.some((soft) => soft === kind) ? SOFT_SECONDS : HARD_SECONDS;
      const answer = await fetch(`${this.faultUrl}?kind=${kind}&seconds=${seconds}`, { method: 'POST' });
      const since = performance.now();
      this.calmFrom = since + seconds * 1000 + CALM_MS;
      if (!answer.ok) {
        throw new Error(`the instance refused the fault: ${await answer.text()}`);
      }
      const milliseconds = await watch.timeToBaseline(since);
      await this.until(() => controller.state.phase === 'finished', 'the run did not end');
      return { kind, phase, milliseconds, ending: endingOf(controller) };
    } finally {
      controller.stop('bench');
      await this.routing.router.stop(this.plan.pool, null);
    }
  }

  private async look(): Promise<RouterLook | null> {
    const pool = await this.beside.pool(this.plan.pool);
    return pool && { sent: new Map(pool.members.map(({ id, counters }) => [id, counters?.sent ?? 0])), overridden: pool.override !== null };
  }

  private begin(only: RunOptions['only']): RunController {
    const runId = `faults-${process.pid}-${++this.runs}`;
    const options: RunOptions = { plan: this.plan, runId, by: 'bench', only, mayRun: true, otherRun: null, lastRehearsal: this.rehearsal };
    const controller = new RunController(this.ports(), this.telemetry, options);
    controller.start();
    return controller;
  }

  private ports(): RunPorts {
    const stored = { kind: 'stored' as const, id: '' };
    return {
      router: this.routing.router,
      store: { append: () => Promise.resolve(stored), flush: () => Promise.resolve({ waiting: 0, problem: null }), runs: () => Promise.resolve({ ok: true, value: { runs: [], unreadable: 0 } }), run: () => Promise.resolve({ ok: true, value: null }) },
      clock: new SystemClock(),
      monotonic: () => performance.now(),
      ticker: {
        every: (milliseconds, tick) => {
          const timer = setInterval(tick, milliseconds);
          return () => clearInterval(timer);
        },
      },
      log: { warn: (message, context) => console.warn(message, context ?? '') },
      judgeFor,
      page: (text) => console.warn(text),
    };
  }

  /** Until `phase` of a scrape interval has passed since a scrape of the target, by the times of its own samples. */
  private async waitForPhase(phase: number): Promise<void> {
    const read = await this.telemetry.read(4 * SCRAPE_MS, NOBODY);
    const target = read.ok ? read.value.subjects.find(({ role }) => role === 'target') : undefined;
    const newest = target?.series[SIGNAL.requests]?.[0]?.at(-1)?.at;
    if (newest === undefined) {
      throw new Error('the target has no sample of its requests');
    }
    const passed = (Date.now() - newest) % SCRAPE_MS;
    await sleep((phase * SCRAPE_MS - passed + SCRAPE_MS) % SCRAPE_MS);
  }

  private async isWell(): Promise<boolean> {
    const pool = await this.beside.pool(this.plan.pool);
    const moved = await this.beside.moved(this.plan.pool);
    return performance.now() >= this.calmFrom && pool !== null && pool.override === null && pool.members.every(({ serving }) => serving) && moved?.length === 0;
  }

  private async until(isDone: () => boolean | Promise<boolean>, problem: string): Promise<void> {
    const end = performance.now() + PATIENCE_MS;
    while (!(await isDone())) {
      if (performance.now() > end) {
        throw new Error(`${problem} within ${PATIENCE_MS / 1000} s`);
      }
      await sleep(200);
    }
  }
}

/** How a run ended, or where it is. */
const endingOf = ({ state }: RunController): string => (state.phase === 'finished' ? outcomeText(state.outcome) : state.phase);
