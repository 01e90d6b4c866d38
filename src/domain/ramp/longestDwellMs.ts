import { MINUTE, SECOND } from '../base/Duration';
import { LOOKS } from '../canary/judgeRules';
import { judgeWindowMs } from './judgeWindowMs';

/** Where windows are 20 s, that is the judge's last look. */
const USUAL = 5 * MINUTE;
/** What a clear look may take on top. */
const CLEAR_LOOK = 60 * SECOND;
/** The last window is seen this much later at worst: its samples come a scrape on, and the step was counted from samples as old. */
const LATE_SCRAPES = 4;

/**
 * Longest time a judged level is held: until the judge's last look, whose windows grow with the scrape interval, and a
 * clear look after it. Were it the same for all, a service scraped every 15 s or more could not be given a verdict.
 */
export function longestDwellMs(scrapeMs: number): number {
  const windows = LOOKS.at(-1) ?? 0;
  return Math.max(USUAL, windows * judgeWindowMs(scrapeMs)) + Math.max(CLEAR_LOOK, LATE_SCRAPES * scrapeMs);
}
