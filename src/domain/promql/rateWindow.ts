import { MINUTE, SECOND } from '../base/Duration';
import type { QuestionContext } from './QuestionContext';

/** Scrapes a rate window must hold to survive a late or lost one. */
const SCRAPES = 4;

const fourScrapes = ({ scrapeInterval }: QuestionContext): number =>
  scrapeInterval > 0 ? Math.ceil((SCRAPES * scrapeInterval) / SECOND) * SECOND : 0;

/** Rate window of everything that is not about minutes: 5 min, more when scrapes are rare. Milliseconds. */
export const rateWindow = (context: QuestionContext): number => Math.max(5 * MINUTE, fourScrapes(context));

/** One minute where it holds four scrapes, else null: a rate over fewer jumps by whole scrapes. */
export const minuteWindow = (context: QuestionContext): number | null =>
  fourScrapes(context) > 0 && fourScrapes(context) <= MINUTE ? MINUTE : null;

/** Step of a one-service picture. */
export const pictureStep = (context: QuestionContext): number => context.step ?? 5 * MINUTE;

/** Rate window of a one-service picture: never shorter than its step, so that no request falls between two points. */
export const pictureWindow = (context: QuestionContext): number => Math.max(rateWindow(context), pictureStep(context));

/** True when a picture looks at what the recorded series hold; a coarser one must not sample them. */
export const isFiveMinutes = (context: QuestionContext): boolean => pictureStep(context) <= 5 * MINUTE;
