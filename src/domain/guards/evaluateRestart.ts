import { guardProblem } from './guardProblem';
import type { GuardResult } from './GuardResult';
import type { GuardSamples } from './GuardSamples';
import type { RestartGuard } from './GuardSpec';
import { noEvidence } from './noEvidence';
import { signalValue } from './signalIncrease';
import { slotTimes } from './slotTimes';
import type { SubjectSamples } from './SubjectSamples';
import { trailing } from './trailing';

const START_TOLERANCE_SECONDS = 1;

/** The target is the one pinned at preflight, healthy and serving. */
export function evaluateRestart(spec: RestartGuard, samples: GuardSamples, now: number): GuardResult {
  const problem = guardProblem(spec, samples.scrapeMs, now);
  return problem === null ? evaluateTarget(spec, samples, now) : noEvidence(spec, 'stop', problem);
}

function evaluateTarget(spec: RestartGuard, { router, subjects, scrapeMs }: GuardSamples, now: number): GuardResult {
  if (router !== null && !router.targetServing) {
    return noEvidence(spec, 'stop', 'the router has ejected the target or does not serve it');
  }
  const target = subjects.find((s) => s.role === 'target');
  if (target === undefined) {
    return noEvidence(spec, 'stop', 'there are no samples of the target');
  }
  const restarted = restartOf(spec, target);
  if (restarted !== null) {
    return noEvidence(spec, 'stop', restarted, target.subject);
  }
  const unhealthy = unhealthySamples(spec, target, scrapeMs, now);
  if (unhealthy > 0) {
    return noEvidence(spec, unhealthy >= spec.confirmations ? 'stop' : 'hold', `${target.subject} is unhealthy or was not scraped (${Math.min(unhealthy, spec.confirmations)} of ${spec.confirmations} samples)`, target.subject);
  }
  return router === null
    ? noEvidence(spec, 'hold', 'the pool could not be read: whether the target serves is not known', target.subject)
    : noEvidence(spec, 'pass', `${target.subject} serves and has not restarted`, target.subject);
}

function restartOf({ startTime, pinnedStartSeconds }: RestartGuard, { series, subject }: SubjectSamples): string | null {
  if (startTime === null || pinnedStartSeconds === null) {
    return null;
  }
  const [newest] = (series[startTime] ?? []).flat().sort((a, b) => b.at - a.at);
  const moved = newest !== undefined && Math.abs(newest.value - pinnedStartSeconds) > START_TOLERANCE_SECONDS;
  return moved ? `${subject} started anew ${Math.round(newest.value - pinnedStartSeconds)} s after the one pinned` : null;
}

/** Consecutive samples, counted back from now, that are missing or not 1. */
function unhealthySamples({ healthy }: RestartGuard, { series }: SubjectSamples, scrapeMs: number, now: number): number {
  if (healthy === null) {
    return 0;
  }
  const signal = series[healthy] ?? [];
  return trailing(slotTimes(signal, scrapeMs, now).map((s) => s.missing || signalValue(signal, s.at) !== 1));
}
