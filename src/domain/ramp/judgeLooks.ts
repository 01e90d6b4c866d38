import { MINUTE } from '../base/Duration';
import { writeList } from '../base/writeList';
import { LOOKS } from '../canary/judgeRules';
import { judgeWindowMs } from './judgeWindowMs';

/** A window is seen whole this much later at worst. */
const LATE_SCRAPES = 2;

/** When the judge first looks at a step after it settled, at the latest, milliseconds: no run that is shorter can be permitted anything. */
export const firstLookMs = (scrapeMs: number): number => (LOOKS[0] ?? 0) * judgeWindowMs(scrapeMs) + LATE_SCRAPES * scrapeMs;

/** How often the judge looks at a step, and when, for a person. */
export const judgeLooks = (scrapeMs: number): string =>
  `The judge looks at a step up to ${LOOKS.length} times, ${writeList(LOOKS.map((windows) => String(+((windows * judgeWindowMs(scrapeMs)) / MINUTE).toFixed(1))))} minutes after it has settled.`;
