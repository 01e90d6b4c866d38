import { BehaviorSubject, concatMap, from, of, switchMap, throwError, timer, type Observable } from 'rxjs';
import { err, ok, type Result } from '../../domain/base/Result';
import type { FieldProblem } from '../../domain/catalogue/FieldProblem';
import { defaultPlan, type PlanFacts } from '../../domain/ramp/defaultPlan';
import { parsePlan } from '../../domain/ramp/parsePlan';
import type { RampPlan } from '../../domain/ramp/Plan';
import { preflight, type PreflightReport } from '../../domain/ramp/preflight';
import type { RunReport } from '../../domain/ramp/RunReport';
import type { RoutingOutcome } from '../../domain/routing/RoutingOutcome';
import type { PlanStore } from '../../ports/PlanStore';
import { AbandonedRuns } from './AbandonedRuns';
import { declareBenchmark } from './declareBenchmark';
import { DrivenRun } from './DrivenRun';
import { earlierRuns, type ReadEarlierRuns } from './earlierRuns';
import { gatherInTime } from './gatherInTime';
import { historyOf } from './historyOf';
import { lastRehearsal } from './lastRehearsal';
import type { LoadTestPorts } from './LoadTestPorts';
import type { LoadTestProblem, LoadTestUseCase } from './LoadTestUseCase';
import type { LoadTestView } from './LoadTestView';
import { liveRuns } from './liveRuns';
import { OneController } from './OneController';
import { poolsOf, type PoolChoice } from './poolsOf';
import { reportOf } from './reportOf';
import { RunController, type RunOptions } from './RunController';
import type { RunningNow } from './RunningNow';
import type { RunSummary } from './RunSummary';
import { summaryOfOwn } from './summaryOfOwn';
import { routingValue } from './routingValue';
import { RunTime } from './RunTime';
import { simulatedRun } from './simulated/simulatedRun';
import type { SimulatedTargetOptions } from './simulated/SimulatedTargetOptions';
import type { Telemetry } from './telemetry/Telemetry';
import { TimedCalls } from './TimedCalls';
import { visibleShift } from './visibleShift';
import { watchedRun } from './watchedRun';

type Answer<T> = Promise<Result<T, LoadTestProblem>>;

/** What the rest of the app knows that load tests need. */
export interface LoadTestSurroundings {
  /** Null = the service is not known. */
  telemetryFor(plan: RampPlan): Promise<Telemetry | null>;
  planFacts(service: string, pool: string, target: string): Promise<PlanFacts | null>;
  readonly mayRun: boolean;
  /** False = no endpoint is configured. */
  configured(): Promise<boolean>;
  /** Path of a dashboard or Explore about a service over a time range. */
  link(service: string, from: number, to: number): string;
  /** Path of the app's dashboard about a service over a time range. */
  dashboard(service: string, from: number, to: number): string;
}

const NOT_CONFIGURED: LoadTestProblem = { kind: 'not-configured', message: 'No routing endpoint is configured. An Admin can set its address and token under Configuration.' };
const NOT_ALLOWED: LoadTestProblem = { kind: 'forbidden', message: 'Your role may look at load tests; an Editor may run and stop them.' };
const REFRESH = 10_000;

/** Load tests of this page: one driven at a time, all of them watched. */
export class LoadTests implements LoadTestUseCase {
  private readonly runs = new Map<string, DrivenRun>();
  private readonly changed = new BehaviorSubject(0);
  private readonly controller: OneController;
  private readonly abandoned: AbandonedRuns;

  constructor(
    private readonly ports: LoadTestPorts,
    private readonly planStore: PlanStore,
    private readonly around: LoadTestSurroundings
  ) {
    this.controller = new OneController(ports.locks, ports.clock);
    this.abandoned = new AbandonedRuns(ports);
  }

  async plans(service: string | null): Answer<readonly RampPlan[]> {
    const listed = await this.planStore.list(service);
    return listed.ok ? listed : err({ kind: 'unreachable', message: listed.error.message });
  }

  check(plan: unknown): Result<RampPlan, FieldProblem> {
    return parsePlan(plan);
  }

  async savePlan(plan: RampPlan): Answer<null> {
    const saved = this.around.mayRun ? await this.planStore.save(plan) : null;
    if (saved === null) {
      return err(NOT_ALLOWED);
    }
    return saved.ok ? saved : err({ kind: saved.error.kind === 'forbidden' ? 'forbidden' : 'unreachable', message: saved.error.message });
  }

  async proposePlan(service: string, pool: string, target: string): Answer<RampPlan> {
    const facts = await this.around.planFacts(service, pool, target);
    return facts === null ? err({ kind: 'not-found', message: `Service ${service} is not known: open its page once, so that its metrics are found.` }) : ok(defaultPlan(facts));
  }

  pools(service: string | null): Answer<readonly PoolChoice[]> {
    return poolsOf(this.ports.router, service);
  }

  async preflight(plan: RampPlan): Answer<PreflightReport> {
    const [configured, telemetry] = await Promise.all([this.around.configured(), this.around.telemetryFor(plan)]);
    if (!configured || telemetry === null) {
      return err(configured ? notKnown(plan.service) : NOT_CONFIGURED);
    }
    const { router, clock, monotonic, store } = this.ports;
    const time = new RunTime(monotonic, clock.now());
    const context = { router, telemetry, time, mayRun: this.around.mayRun, otherRun: this.driving(), lastRehearsal: await lastRehearsal(store), earlier: this.earlier(plan), visibleShift: visibleShift(plan) };
    const gathered = await gatherInTime(plan, context, new TimedCalls(clock));
    return gathered.ok ? ok(preflight(plan, gathered.value.inputs)) : err({ kind: 'unreachable', message: gathered.error });
  }

  rehearse(plan: RampPlan): Answer<{ readonly runId: string }> {
    return this.begin(plan, 'rehearsal');
  }

  start(plan: RampPlan): Answer<{ readonly runId: string }> {
    return this.begin(plan, 'run');
  }

  async simulate(plan: RampPlan, options: SimulatedTargetOptions): Answer<{ readonly runId: string }> {
    const runId = this.ports.newRunId();
    const run = simulatedRun(this.ports, plan, options, runId, this.ports.identity.login);
    this.runs.set(runId, run);
    run.controller.start();
    this.changed.next(this.changed.value + 1);
    return ok({ runId });
  }

  async hold(runId: string): Answer<null> {
    return this.drive(runId, (run) => run.controller.hold(this.ports.identity.login));
  }

  async resume(runId: string): Answer<null> {
    return this.drive(runId, (run) => run.controller.resume(this.ports.identity.login));
  }

  async stop(runId: string, pool = ''): Answer<null> {
    const own = this.runs.get(runId);
    if (own) {
      own.controller.stop(this.ports.identity.login);
      return ok(null);
    }
    if (!this.around.mayRun) {
      return err(NOT_ALLOWED);
    }
    const done = await this.abandoned.stop(runId, pool === '' ? null : pool);
    this.changed.next(this.changed.value + 1);
    return done;
  }

  async stopPool(pool: string): Answer<null> {
    if (!this.around.mayRun) {
      return err(NOT_ALLOWED);
    }
    const done = stopped(await this.ports.router.stop(pool, null));
    this.changed.next(this.changed.value + 1);
    return done;
  }

  watch(runId: string): Observable<LoadTestView | null> {
    const own = this.runs.get(runId);
    if (own) {
      return own.watch();
    }
    return from(this.ports.store.run(runId)).pipe(concatMap((found) => (found.ok ? (found.value === null ? of(null) : watchedRun(found.value, this.ports, this.around.mayRun)) : throwError(() => new Error(found.error.message)))));
  }

  driven(): readonly RunSummary[] {
    return [...this.runs.values()].filter((run) => !run.finished).map(summaryOfOwn);
  }

  running(): Observable<RunningNow> {
    return this.changed.pipe(
      switchMap(() => timer(0, REFRESH)),
      concatMap(async () => liveRuns(this.ports, [...this.runs.values()], await this.around.configured()))
    );
  }

  async history(service: string | null, days: number): Answer<readonly RunSummary[]> {
    const runs = await this.ports.store.runs(service);
    return runs.ok ? ok(historyOf(runs.value.runs, this.ports.clock.now(), days)) : err({ kind: 'unreachable', message: runs.error.message });
  }

  async report(runId: string): Answer<RunReport> {
    const found = await this.ports.store.run(runId);
    const own = this.runs.get(runId);
    if (!found.ok && !own) {
      return err({ kind: 'unreachable', message: found.error.message });
    }
    // Without the others the report only has nothing to compare with.
    const others = await this.ports.store.runs(own?.options.plan.service ?? (found.ok ? (found.value?.service ?? null) : null));
    return reportOf(runId, found.ok ? found.value : null, own ?? null, this.around, others.ok ? others.value.runs : []);
  }

  private async begin(plan: RampPlan, only: RunOptions['only']): Answer<{ readonly runId: string }> {
    const { around, ports } = this;
    const [configured, telemetry] = await Promise.all([around.configured(), around.telemetryFor(plan)]);
    if (!configured || telemetry === null || !around.mayRun) {
      return err(!configured ? NOT_CONFIGURED : around.mayRun ? notKnown(plan.service) : NOT_ALLOWED);
    }
    const rehearsed = await lastRehearsal(ports.store);
    const release = await this.controller.take();
    if (release === null) {
      return err({ kind: 'busy', message: 'This browser already drives a load test. Stop it first, or wait until it has ended.' });
    }
    const runId = ports.newRunId();
    const options: RunOptions = { plan, runId, by: ports.identity.login, only, mayRun: true, otherRun: this.driving(), lastRehearsal: rehearsed, earlier: this.earlier(plan) };
    const run = new DrivenRun(new RunController(ports, telemetry, options), options, false);
    this.runs.set(runId, run);
    run.controller.watch().subscribe({
      complete: () => {
        release();
        this.changed.next(this.changed.value + 1);
        void declareBenchmark(run, ports, around);
      },
    });
    run.controller.start();
    this.changed.next(this.changed.value + 1);
    return ok({ runId });
  }

  private earlier({ service }: RampPlan): ReadEarlierRuns {
    return earlierRuns(service, this.ports.store, (of) => this.around.telemetryFor(of));
  }

  private driving(): string | null {
    return [...this.runs.values()].find((run) => !run.finished && !run.simulated)?.options.runId ?? null;
  }

  private async drive(runId: string, work: (run: DrivenRun) => void): Answer<null> {
    const run = this.runs.get(runId);
    if (!run) {
      return err({ kind: 'not-found', message: `Run ${runId} is not driven from this page: from here it can be stopped, not held.` });
    }
    work(run);
    return ok(null);
  }
}

const notKnown = (service: string): LoadTestProblem => ({ kind: 'not-found', message: `Service ${service} is not known: open its page once, so that its metrics are found.` });

const stopped = (outcome: RoutingOutcome<unknown>): Result<null, LoadTestProblem> => {
  const value = routingValue(outcome);
  return value.ok ? ok(null) : value;
};
