import { MINUTE } from '../../base/Duration';
import { demandRate } from '../demandRate';
import { refuse, type KpiBuilder } from '../Draft';
import { binary, maxOverTime, number, subquery } from '../Expr';
import { minuteWindow, rateWindow } from '../rateWindow';

/** Below this many requests per second a single request is a burst. */
const LEAST_TRAFFIC = 0.1;

/** How far the busiest minute of five rises above their mean. */
export const burst: KpiBuilder = (context) => {
  const minute = minuteWindow(context);
  if (minute === null) {
    return refuse(
      `a minute holds fewer than four scrapes (scrape interval ${context.scrapeInterval / 1000} s)`,
      'Scrape at least every 15 s to see how far a minute rises above its five minutes; until then burst is 1 and marked.'
    );
  }
  const busiest = maxOverTime(subquery(demandRate(context, minute), 5 * MINUTE, MINUTE));
  return {
    expr: binary('/', busiest, binary('>', demandRate(context, rateWindow(context)), number(LEAST_TRAFFIC))),
    unit: 'factor',
    step: 5 * MINUTE,
    lookback: 5 * MINUTE,
    doc: 'Busiest minute over the mean of its five minutes.',
  };
};
