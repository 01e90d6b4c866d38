import type { RampPlan } from '../../domain/ramp/Plan';
import { visibleShiftOf } from '../../domain/ramp/visibleShiftOf';
import { preRunOf } from './preRunOf';
import type { TelemetryFacts, TelemetryReading } from './telemetry/Telemetry';

/** Shift of latency the judge can see at the noise of the last windows, as a factor; null = too little history. */
export const visibleShift =
  (plan: RampPlan) =>
  (reading: TelemetryReading, { scrapeMs }: TelemetryFacts): number | null =>
    visibleShiftOf(preRunOf(plan, reading, scrapeMs, null), plan.result !== 'pair', plan.judge.kind === 'headroom' ? plan.judge.stopShift : undefined);
