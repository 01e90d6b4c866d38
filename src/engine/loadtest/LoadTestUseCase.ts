import type { Observable } from 'rxjs';
import type { Result } from '../../domain/base/Result';
import type { FieldProblem } from '../../domain/catalogue/FieldProblem';
import type { RampPlan } from '../../domain/ramp/Plan';
import type { PreflightReport } from '../../domain/ramp/preflight';
import type { RunReport } from '../../domain/ramp/RunReport';
import type { LoadTestView } from './LoadTestView';
import type { RunningNow } from './RunningNow';
import type { RunSummary } from './RunSummary';
import type { SimulatedTargetOptions } from './simulated/SimulatedTargetOptions';

/** Why something asked of a load test was not done, with the way out. */
export interface LoadTestProblem {
  readonly kind: 'forbidden' | 'not-configured' | 'invalid' | 'busy' | 'not-found' | 'unreachable';
  readonly message: string;
}

type Answer<T> = Promise<Result<T, LoadTestProblem>>;

/** What a page may ask about load tests. Cancelling a watch never stops a run. */
export interface LoadTestUseCase {
  /** Named plans of a service (null = of all), newest first. */
  plans(service: string | null): Answer<readonly RampPlan[]>;
  /** Checks a plan from a form or a file; the first thing wrong is named with its field. */
  check(plan: unknown): Result<RampPlan, FieldProblem>;
  savePlan(plan: RampPlan): Answer<null>;
  /** A plan with good defaults for a service's target. */
  proposePlan(service: string, pool: string, target: string): Answer<RampPlan>;
  /** Pools of a service at the routing endpoint. */
  pools(service: string | null): Answer<ReadonlyArray<{ readonly id: string; readonly members: readonly string[]; readonly overridden: boolean }>>;
  /** Looks, writes nothing. */
  preflight(plan: RampPlan): Answer<PreflightReport>;
  /** Moves less than the usual traffic, lets the lease lapse and times the way back. Watch the run for progress. */
  rehearse(plan: RampPlan): Answer<{ readonly runId: string }>;
  /** Starts the run in this page; refused while this browser drives another. */
  start(plan: RampPlan): Answer<{ readonly runId: string }>;
  /** The same engine against a simulated target: touches nothing. */
  simulate(plan: RampPlan, options: SimulatedTargetOptions): Answer<{ readonly runId: string }>;
  /** Never raises from here on until resumed. */
  hold(runId: string): Answer<null>;
  resume(runId: string): Answer<null>;
  /** Gives the traffic back; allowed for everyone who may run tests, driver or not. Never queued. @param pool where it is known: then no log is waited for */
  stop(runId: string, pool?: string): Answer<null>;
  /** Gives back whatever is overridden in a pool, whoever holds it. */
  stopPool(pool: string): Answer<null>;
  /** State now, then every change; completes when the run has finished. Null = no such run is known; fails where the log cannot be read. */
  watch(runId: string): Observable<LoadTestView | null>;
  /** Runs driven from this page that have not ended; nothing is asked for it. */
  driven(): readonly RunSummary[];
  /** What moves traffic now and every ten seconds; never ends, never fails. */
  running(): Observable<RunningNow>;
  history(service: string | null, days: number): Answer<readonly RunSummary[]>;
  report(runId: string): Answer<RunReport>;
}
