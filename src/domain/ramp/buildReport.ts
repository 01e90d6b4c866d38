import type { ServiceFacts } from '../capacity/ServiceFacts';
import { linearRegression } from '../stats/linearRegression';
import { OUTCOME_WORDS } from './Outcome';
import { outcomeText } from './outcomeText';
import type { ReportStep, RunReport, StepCurves, StepFigures } from './RunReport';
import { faultToBaseline } from './faultToBaseline';
import { findKnee } from './findKnee';
import { intervalOf } from './intervalOf';
import type { StepRecord } from './RampState';
import type { StoredRun } from './StoredRun';
import { cpuRatioOf } from './cpuRatioOf';
import { releaseComparison, type EarlierBenchmark } from './releaseComparison';
import { requirementOf } from './requirementOf';
import { runBottleneck } from './runBottleneck';

/** Everything a report is made of. */
export interface ReportInputs {
  readonly runId: string;
  readonly service: string;
  readonly pool: string;
  readonly target: string;
  readonly by: string;
  readonly reason: string;
  /** Keeper's clock. */
  readonly startedAt: number;
  readonly endedAt: number;
  readonly stored: StoredRun;
  /** Re-read from the metrics; a step without them keeps what the run itself saw. */
  readonly curves: readonly StepCurves[];
  /** As the fleet page knows it; null = not known. */
  readonly serviceFacts: ServiceFacts | null;
  readonly link: string;
  readonly dashboard: string;
  /** Benchmarks of runs before this one. */
  readonly earlier: readonly EarlierBenchmark[];
}

/** The report of a finished run. */
export function buildReport(inputs: ReportInputs): RunReport {
  const { stored } = inputs;
  const { outcome, facts, ending } = stored;
  const steps = stored.steps.map((step) => reportStep(step, inputs.curves));
  const interval = 'interval' in outcome ? outcome.interval : intervalOf(stored);
  const cpuRatio = cpuRatioOf(steps);
  const benchmark = interval === null ? null : { ...interval, cpuRatio, fleetRps: interval.low * Math.min(1, cpuRatio ?? 1) };
  const limitedBy = limitOf(stored);
  const { knee, words: kneeWords } = findKnee(steps);
  const fault = faultToBaseline(stored);
  const compared = releaseComparison({ interval, version: facts?.version ?? null, spec: facts?.spec ?? null }, inputs.earlier);
  return {
    schema: 1,
    runId: inputs.runId,
    service: inputs.service,
    pool: inputs.pool,
    target: inputs.target,
    by: inputs.by,
    reason: inputs.reason,
    startedAt: inputs.startedAt,
    endedAt: inputs.endedAt,
    outcome,
    headline: `${OUTCOME_WORDS[outcome.kind]}: ${outcomeText(outcome)}`,
    benchmark,
    benchmarkWords: benchmark === null ? 'No judged step was carried, so this run gives no benchmark.' : words(benchmark),
    limitedBy,
    steps,
    cpuTrend: cpuTrendOf(steps),
    maxShare: stored.maxShare,
    maxRps: stored.maxRps,
    bottleneck: runBottleneck(limitedBy, steps),
    knee,
    kneeWords,
    version: facts?.version ?? 'not known: the metrics carry no version label',
    spec: facts?.spec ?? 'not known: the metrics carry no instance spec label',
    deployedInstances: facts?.members.length ?? null,
    ...requirementOf({ benchmark, by: inputs.by, endedAt: inputs.endedAt, version: facts?.version ?? null, spec: facts?.spec ?? null }, inputs.serviceFacts),
    verdicts: stored.steps.flatMap((s) => (s.verdict === null ? [] : [{ step: s.index, verdict: s.verdict }])),
    faultToBaselineMs: fault.ms,
    faultToBaselineWords: fault.words,
    timeToRecoverMs: ending.recoveredAt === null || ending.releasedAt === null ? null : Math.max(0, ending.recoveredAt - ending.releasedAt),
    measuredReturnMs: stored.rehearsal?.returnMs ?? null,
    harmedRequests: stored.harmed,
    checks: stored.checks,
    warnings: stored.warnings,
    comparison: compared.comparison,
    comparisonWords: compared.words,
    link: inputs.link,
    dashboard: inputs.dashboard,
  };
}

const EMPTY: StepFigures = { demandRps: null, cpuCores: null, memoryBytes: null, meanSeconds: null, p99Seconds: null, errorRatio: null };

function reportStep(step: StepRecord, curves: readonly StepCurves[]): ReportStep {
  const own = curves.find((c) => c.index === step.index);
  const target = own?.target ?? EMPTY;
  return {
    index: step.index,
    purpose: step.purpose,
    commandedShare: step.shareBp / 10_000,
    measuredShare: step.measuredShare,
    offeredRps: step.offeredRps,
    result: step.result,
    why: step.why,
    from: step.from,
    to: step.to,
    target: { ...target, demandRps: target.demandRps ?? step.demand?.mean ?? null },
    peers: own?.peers ?? EMPTY,
    peerSpread: own?.peerSpread ?? null,
    apis: own?.apis ?? [],
    dependencies: own?.dependencies ?? [],
  };
}

function limitOf({ outcome, steps }: StoredRun): string {
  switch (outcome.kind) {
    case 'limit-found':
      return outcome.limitedBy;
    case 'carried-plan':
      return `nothing of the instance: ${outcome.cappedBy}`;
    case 'stopped-by-guard':
    case 'target-ejected':
    case 'goal-missed':
    case 'lost-control':
      return outcome.reason;
    case 'goal-met':
    case 'rehearsed':
    case 'stopped-by-operator':
    case 'inconclusive':
      return steps.filter((s) => s.result === 'failed').at(-1)?.why ?? 'no limit was met';
  }
}

function cpuTrendOf(steps: readonly ReportStep[]): RunReport['cpuTrend'] {
  const points = steps.flatMap(({ target }) => (target.cpuCores === null || target.demandRps === null ? [] : [{ x: target.demandRps, y: target.cpuCores }]));
  const fit = points.length < 2 ? null : linearRegression(points.map((p) => p.x), points.map((p) => p.y));
  return fit === null || !fit.ok ? null : { slope: fit.value.slope, intercept: fit.value.intercept, points: points.length };
}

function words({ mean, low, high, cpuRatio }: NonNullable<RunReport['benchmark']>): string {
  const interval = high === null ? `at least ${Math.round(low)}` : `${Math.round(low)} to ${Math.round(high)}`;
  const ratio = cpuRatio !== null && cpuRatio < 1 ? ` Its CPU per request is ${Math.round(cpuRatio * 100)} % of its peers', so the fleet is planned with that part.` : '';
  return `One instance carries ${Math.round(mean)} requests/s (${interval}).${ratio}`;
}
