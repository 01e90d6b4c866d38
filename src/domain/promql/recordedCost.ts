import { DAY, MINUTE } from '../base/Duration';
import { aggregate, selector } from './Expr';
import { printExpr } from './printExpr';
import type { QuestionContext } from './QuestionContext';
import { recordedExprs } from './recordedExprs';
import { scopedMatchers } from './scopedMatchers';

/** What recording costs a server, and what it saves it. Samples. */
export interface RecordedCost {
  readonly series: number;
  readonly samplesPerDay: number;
  /** On disk, at 1.5 bytes a sample. */
  readonly bytesPerDay: number;
  /** Read for the daily peaks of the history kept, from raw series and from recorded ones. */
  readonly peaksBefore: number;
  readonly peaksAfter: number;
}

interface Scale {
  readonly services: number;
  /** Series of the request counter. */
  readonly rawSeries: number;
  readonly historyDays: number;
}

const BYTES_A_SAMPLE = 1.5;

/** How many raw series stand behind the demand of a profile. @throws InvalidName */
export const rawSeriesQuestion = (context: QuestionContext): string =>
  printExpr(aggregate('count', [], selector(context.profile.requests.metric, scopedMatchers({ ...context, service: undefined }, context.profile.requests.matchers))));

/** One series a service and rule, a sample a minute; what looks back an hour, every five. */
export function recordedCost(context: QuestionContext, { services, rawSeries, historyDays }: Scale): RecordedCost {
  const names = recordedExprs(context).recordable.map(({ name }) => name);
  const hourly = names.filter((name) => name.endsWith('1h')).length;
  const samplesPerDay = services * ((names.length - hourly) * (DAY / MINUTE) + hourly * (DAY / (5 * MINUTE)));
  const scrapes = DAY / (context.scrapeInterval > 0 ? context.scrapeInterval : MINUTE);
  return {
    series: services * names.length,
    samplesPerDay,
    bytesPerDay: samplesPerDay * BYTES_A_SAMPLE,
    peaksBefore: rawSeries * scrapes * historyDays,
    peaksAfter: services * (DAY / MINUTE) * historyDays,
  };
}
