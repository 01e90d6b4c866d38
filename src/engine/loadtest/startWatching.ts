import { counterIncrease } from '../../domain/guards/counterIncrease';
import type { SubjectSamples } from '../../domain/guards/SubjectSamples';
import { guardSpecs } from '../../domain/ramp/guardSpecs';
import type { RampPlan } from '../../domain/ramp/Plan';
import type { PreflightReport } from '../../domain/ramp/preflight';
import { SIGNAL, type Signal } from '../../domain/ramp/Signal';
import { judgedMetrics } from '../../domain/ramp/windowReading';
import type { Gathered } from './gatherPreflight';
import { GuardDesk } from './GuardDesk';
import { newestOf } from './evidenceOf';
import { Observer, type PreRun } from './Observer';
import { preRunOf } from './preRunOf';
import type { RunJudge } from './RunJudge';
import { RouterSignals, routerSignals } from './RouterSignals';
import type { Telemetry } from './telemetry/Telemetry';

/** Builds what watches a run from what preflight found; null when preflight refused. */
export function startWatching(plan: RampPlan, { facts }: PreflightReport, { telemetryFacts, reading, pool, curves }: Gathered, telemetry: Telemetry, judge: RunJudge): Observer | null {
  if (facts === null || telemetryFacts === null || reading === null) {
    return null;
  }
  const { scrapeMs } = telemetryFacts;
  const target = reading.subjects.find((s) => s.role === 'target');
  const to = newestOf(target, SIGNAL.requests) ?? 0;
  judge.begin(() => preRunOf(plan, reading, scrapeMs, plan.guards.p99Seconds), judgedMetrics(telemetryFacts, plan.guards.p99Seconds, curves.mean), scrapeMs);
  const counted = pool === null || telemetryFacts.signals.has(SIGNAL.sent) ? NONE : routerSignals(pool);
  const signals = new Set([...telemetryFacts.signals, ...counted]);
  const desk = new GuardDesk(guardSpecs(plan, { ...telemetryFacts, signals, subjects: reading.subjects, p99Curve: curves.p99 }), scrapeMs);
  return new Observer(plan, telemetryFacts, telemetry.required, facts.members, desk, beforeRun(target, to), facts.peakTodayRps, facts.shareStepBp, counted.size > 0 ? new RouterSignals(scrapeMs) : null);
}

const NONE: ReadonlySet<Signal> = new Set();

const BEFORE = 600_000;

function beforeRun(target: SubjectSamples | undefined, to: number): PreRun {
  const increase = (name: string): number => counterIncrease(target?.series[name] ?? [], to - BEFORE, to) ?? 0;
  const [requests, errors, spent, timed] = [SIGNAL.requests, SIGNAL.errors, SIGNAL.latencySum, SIGNAL.latencyCount].map(increase);
  return {
    errorRatio: requests !== undefined && requests > 0 ? (errors ?? 0) / requests : 0,
    latencySeconds: timed !== undefined && timed > 0 ? (spent ?? 0) / timed : null,
  };
}
