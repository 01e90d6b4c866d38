import { SECOND } from '../../domain/base/Duration';
import { comparableRun, type RunningNow } from '../../domain/ramp/comparableRun';
import type { EarlierPoint, EarlierRun } from '../../domain/ramp/EarlierRun';
import { parsePlan } from '../../domain/ramp/parsePlan';
import { parseStoredRun } from '../../domain/ramp/parseStoredRun';
import type { RampPlan } from '../../domain/ramp/Plan';
import type { StepRecord } from '../../domain/ramp/RampState';
import type { StepFigures } from '../../domain/ramp/RunReport';
import type { RunLog, RunStore } from '../../ports/RunStore';
import type { Telemetry } from './telemetry/Telemetry';

/** What earlier runs tell, newest first, or why nothing does. */
export interface EarlierRuns {
  readonly runs: readonly EarlierRun[];
  /** For a person; null when there are runs. */
  readonly lack: string | null;
}

export type ReadEarlierRuns = (now: RunningNow, signal: AbortSignal) => Promise<EarlierRuns>;

/** Newer ones tell more of today, and each costs a question a step. */
const MOST_RUNS = 3;
const MOST_STEPS = 8;
/** A shorter step is mostly what came before it. */
const LEAST_STEP = 30 * SECOND;

interface Found {
  readonly runId: string;
  readonly at: number;
  readonly plan: RampPlan;
  readonly version: string | null;
  readonly steps: readonly StepRecord[];
}

/**
 * Latency at load of the runs of a service that may be held against today's (same version and spec, at most 90 days old):
 * their carried steps, read from the metrics again, the target and its peers.
 */
export const earlierRuns =
  (service: string, store: Pick<RunStore, 'runs'>, telemetryFor: (plan: RampPlan) => Promise<Telemetry | null>): ReadEarlierRuns =>
  async (today, signal) => {
    const logs = await store.runs(service);
    if (!logs.ok) {
      return { runs: [], lack: `earlier runs could not be read: ${logs.error.message}` };
    }
    const found = logs.value.runs.flatMap((log) => foundIn(log, today) ?? []).sort((a, b) => b.at - a.at).slice(0, MOST_RUNS);
    if (found.length === 0) {
      return { runs: [], lack: 'no earlier run of this version and spec carried a step' };
    }
    const runs: EarlierRun[] = [];
    for (const one of found) {
      const points = await pointsOf(one, telemetryFor, signal);
      if (points.length > 0) {
        runs.push({ runId: one.runId, at: one.at, target: one.plan.target, version: one.version, points });
      }
    }
    return { runs, lack: runs.length > 0 ? null : 'the metrics no longer hold the steps of earlier runs' };
  };

function foundIn({ run, records }: RunLog, today: RunningNow): Found | null {
  const start = records.find((r) => r.event === 'start');
  const end = records.find((r) => r.event === 'end');
  const plan = start?.event === 'start' ? parsePlan(start.plan) : null;
  const stored = end?.event === 'end' ? parseStoredRun(end.report) : null;
  if (!plan?.ok || end === undefined || stored === null || !comparableRun(stored, end.at, today)) {
    return null;
  }
  const steps = stored.steps.filter(({ result, purpose, from, to }) => result === 'carried' && purpose !== 'rehearsal' && to - from >= LEAST_STEP);
  return steps.length === 0 ? null : { runId: run, at: end.at, plan: plan.value, version: stored.facts?.version ?? null, steps: steps.slice(-MOST_STEPS) };
}

async function pointsOf({ plan, steps }: Found, telemetryFor: (plan: RampPlan) => Promise<Telemetry | null>, signal: AbortSignal): Promise<readonly EarlierPoint[]> {
  const telemetry = await telemetryFor(plan);
  const read = telemetry === null ? null : await telemetry.curves(steps, signal);
  if (read === null || !read.ok) {
    return [];
  }
  return read.value.flatMap(({ index, target, peers }) => {
    const step = steps.find((s) => s.index === index);
    return step === undefined ? [] : [pointOf(target, step), pointOf(peers, step)].filter((point) => point !== null);
  });
}

const pointOf = ({ demandRps, meanSeconds, p99Seconds }: StepFigures, { from, to }: StepRecord): EarlierPoint | null =>
  demandRps !== null && demandRps > 0 && meanSeconds !== null && meanSeconds > 0 ? { demand: demandRps, meanSeconds, p99Seconds, lastedMs: to - from } : null;
