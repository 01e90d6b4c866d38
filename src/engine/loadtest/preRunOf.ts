import type { JudgeWindow } from '../../domain/canary/Judge';
import { PRE_RUN_WINDOWS } from '../../domain/canary/judgeRules';
import { judgeWindowMs } from '../../domain/ramp/judgeWindowMs';
import type { RampPlan } from '../../domain/ramp/Plan';
import { SIGNAL } from '../../domain/ramp/Signal';
import { usualWindows } from '../../domain/ramp/usualWindows';
import { newestOf } from './evidenceOf';
import { windowsBefore } from './RunJudge';
import type { TelemetryReading } from './telemetry/Telemetry';

/** Windows up to the newest sample of the target that tell what is usual, oldest first; none without a target. @param slow seconds above which a request is slow, null = not asked */
export function preRunOf({ pairedWith }: Pick<RampPlan, 'pairedWith'>, { subjects }: Pick<TelemetryReading, 'subjects'>, scrapeMs: number, slow: number | null): readonly JudgeWindow[] {
  const to = newestOf(subjects.find((s) => s.role === 'target'), SIGNAL.requests);
  return to === null ? [] : usualWindows(windowsBefore(subjects, pairedWith, to, judgeWindowMs(scrapeMs), PRE_RUN_WINDOWS, slow));
}
