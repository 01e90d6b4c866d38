import { err, ok, type Result } from '../../domain/base/Result';
import { buildReport, type ReportInputs } from '../../domain/ramp/buildReport';
import { parsePlan } from '../../domain/ramp/parsePlan';
import { parseStoredRun } from '../../domain/ramp/parseStoredRun';
import type { RampPlan } from '../../domain/ramp/Plan';
import type { RunReport } from '../../domain/ramp/RunReport';
import type { StoredRun } from '../../domain/ramp/StoredRun';
import { storedRunOf } from '../../domain/ramp/storedRunOf';
import { wholeSteps } from '../../domain/ramp/wholeSteps';
import type { RunLog } from '../../ports/RunStore';
import type { DrivenRun } from './DrivenRun';
import { earlierBenchmarks } from './earlierBenchmarks';
import type { LoadTestSurroundings } from './LoadTests';
import type { LoadTestProblem } from './LoadTestUseCase';
import type { Telemetry } from './telemetry/Telemetry';

interface Finished {
  readonly plan: RampPlan;
  readonly by: string;
  readonly stored: StoredRun;
  readonly startedAt: number;
  readonly endedAt: number;
  /** Null = asked of the surroundings. */
  readonly telemetry: Telemetry | null;
}

/** The report of a run of this page or of the log; its curves are read from the metrics again. @param logs of the service's runs, to compare with */
export async function reportOf(runId: string, log: RunLog | null, own: DrivenRun | null, around: LoadTestSurroundings, logs: readonly RunLog[] = []): Promise<Result<RunReport, LoadTestProblem>> {
  const found = own === null ? fromLog(log) : fromPage(own);
  if (!found.ok) {
    return found;
  }
  const { plan, by, stored, startedAt, endedAt } = found.value;
  const telemetry = found.value.telemetry ?? (await around.telemetryFor(plan));
  const signal = new AbortController().signal;
  const [curves, facts] = telemetry === null ? [null, null] : await Promise.all([telemetry.curves(stored.steps, signal), telemetry.facts(signal)]);
  const inputs: ReportInputs = {
    runId,
    service: plan.service,
    pool: plan.pool,
    target: plan.target,
    by,
    reason: plan.reason,
    startedAt,
    endedAt,
    stored,
    curves: curves?.ok ? curves.value : [],
    serviceFacts: facts?.ok ? facts.value.service : null,
    link: around.link(plan.service, startedAt, endedAt),
    dashboard: around.dashboard(plan.service, startedAt, endedAt),
    earlier: earlierBenchmarks(logs, plan.service, startedAt),
  };
  return ok(buildReport(inputs));
}

function fromPage({ controller, options }: DrivenRun): Result<Finished, LoadTestProblem> {
  const { state } = controller;
  if (state.phase !== 'finished') {
    return err({ kind: 'not-found', message: 'The run has not ended: its report is written at the end.' });
  }
  const stored = { ...storedRunOf(state), steps: state.run?.steps ?? [] };
  return ok({ plan: options.plan, by: options.by, stored, startedAt: stored.startedAt, endedAt: state.at, telemetry: controller.telemetrySource });
}

function fromLog(log: RunLog | null): Result<Finished, LoadTestProblem> {
  const start = log?.records.find((r) => r.event === 'start');
  const end = log?.records.find((r) => r.event === 'end' || r.event === 'closed');
  const plan = start?.event === 'start' ? parsePlan(start.plan) : null;
  if (log === null || start === undefined || plan === null || !plan.ok) {
    return err({ kind: 'not-found', message: 'No readable record of this run was found.' });
  }
  const stored = end !== undefined && 'report' in end ? parseStoredRun(end.report) : null;
  if (end === undefined || stored === null) {
    return err({ kind: 'not-found', message: end === undefined ? 'The run has not ended: its report is written at the end.' : 'The record of this run holds no report: it was closed by somebody else.' });
  }
  const changes = log.records.flatMap((r) => (r.event === 'change' ? [r.data] : []));
  return ok({ plan: plan.value, by: start.by, stored: { ...stored, steps: wholeSteps(stored.steps, changes) }, startedAt: start.at, endedAt: end.at, telemetry: null });
}
