import { PRE_RUN_WINDOWS } from '../../domain/canary/judgeRules';
import { judgeWindowMs } from '../../domain/ramp/judgeWindowMs';

/** How far back the windows before a run reach, milliseconds. */
export const preRunMs = (scrapeMs: number): number => (PRE_RUN_WINDOWS + 1) * judgeWindowMs(scrapeMs);
