import { SIGNAL } from '../../domain/ramp/Signal';
import type { RampPlan } from '../../domain/ramp/Plan';
import { visibleShiftOf } from '../../domain/ramp/visibleShiftOf';
import { newestOf } from './evidenceOf';
import { judgeWindowMs, windowsBefore } from './RunJudge';
import { PRE_RUN_WINDOWS } from './preRunWindows';
import type { TelemetryFacts, TelemetryReading } from './telemetry/Telemetry';

/** Shift of latency the judge can see at the noise of the last windows, as a factor; null = too little history. */
export const visibleShift =
  (plan: RampPlan) =>
  ({ subjects }: TelemetryReading, { scrapeMs }: TelemetryFacts): number | null => {
    const to = newestOf(subjects.find((s) => s.role === 'target'), SIGNAL.requests);
    return to === null ? null : visibleShiftOf(windowsBefore(subjects, plan.pairedWith, to, judgeWindowMs(scrapeMs), PRE_RUN_WINDOWS, null), plan.result !== 'pair');
  };
