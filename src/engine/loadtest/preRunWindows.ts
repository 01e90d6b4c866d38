import { judgeWindowMs } from './RunJudge';

/** Windows before a run that the judge learns the noise from: half as many again as it needs, so that a lost scrape leaves enough. */
export const PRE_RUN_WINDOWS = 45;

/** How far back they reach, milliseconds. */
export const preRunMs = (scrapeMs: number): number => (PRE_RUN_WINDOWS + 1) * judgeWindowMs(scrapeMs);
