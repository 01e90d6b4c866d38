import type { Benchmark } from '../../domain/capacity/Benchmark';
import type { OutcomeKind } from '../../domain/ramp/Outcome';
import type { RunReport } from '../../domain/ramp/RunReport';
import type { StoredRun } from '../../domain/ramp/StoredRun';
import { storedRunOf } from '../../domain/ramp/storedRunOf';
import type { DrivenRun } from './DrivenRun';
import type { LoadTestPorts } from './LoadTestPorts';
import type { LoadTestSurroundings } from './LoadTests';
import { reportOf } from './reportOf';

/** Ends whose carried steps say what one instance carries; the others ended before the question was answered. */
const TELLING: ReadonlySet<OutcomeKind> = new Set(['limit-found', 'carried-plan', 'goal-met', 'goal-missed', 'stopped-by-guard', 'target-ejected']);
const LONGEST_CAUSE = 120;

/**
 * Leaves the benchmark of a finished run where the fleet finds it; called once, by whoever drove the run. A store that
 * refuses does not fail the run: the driver is told what to declare by hand.
 */
export async function declareBenchmark(run: DrivenRun, { benchmarks, log, page }: Pick<LoadTestPorts, 'benchmarks' | 'log' | 'page'>, around: LoadTestSurroundings): Promise<void> {
  const { state } = run.controller;
  if (run.simulated || state.phase !== 'finished' || !TELLING.has(state.outcome.kind)) {
    return;
  }
  const { plan, runId } = run.options;
  try {
    const report = await reportOf(runId, null, run, around);
    const benchmark = report.ok ? benchmarkOf(report.value, storedRunOf(state).facts) : null;
    const declared = benchmark === null ? null : await benchmarks.declare(plan.service, benchmark);
    if (benchmark !== null && declared !== null && !declared.ok) {
      page(`The benchmark of run ${runId} was not kept: ${declared.error.message} Declare ${Math.round(benchmark.low)} requests/s on the service's page.`);
    }
  } catch (reason) {
    log.warn('The benchmark of a load test was not kept.', { runId, reason: String(reason) });
  }
}

/** Null = the run gives none. Version and spec as the metrics tell them, null where they do not. */
export function benchmarkOf({ runId, by, endedAt, benchmark, limitedBy }: RunReport, facts: StoredRun['facts']): Benchmark | null {
  if (benchmark === null || !(benchmark.fleetRps > 0)) {
    return null;
  }
  const note = `Load test ${runId}; limited by: ${limitedBy.slice(0, LONGEST_CAUSE)}`;
  const high = benchmark.high === null ? null : Math.max(benchmark.fleetRps, benchmark.high * Math.min(1, benchmark.cpuRatio ?? 1));
  return {
    origin: 'load-test',
    low: benchmark.fleetRps,
    high,
    at: endedAt,
    by,
    version: facts?.version ?? null,
    spec: facts?.spec ?? null,
    note,
    evidence: { origins: [{ kind: 'declared', by, at: endedAt, note }], asOf: endedAt },
  };
}
