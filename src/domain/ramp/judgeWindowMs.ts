import { SECOND } from '../base/Duration';

const LEAST_WINDOW = 20 * SECOND;

/** Length of the judge's windows: max(20 s, 2 scrapes). */
export const judgeWindowMs = (scrapeMs: number): number => Math.max(LEAST_WINDOW, 2 * scrapeMs);
