import { DAY, MINUTE } from '../../base/Duration';
import { demandRate } from '../demandRate';
import type { KpiBuilder } from '../Draft';
import { maxOverTime, over, subquery } from '../Expr';
import { rateWindow } from '../rateWindow';
import { oncePerGroup, recordedSelector } from '../RecordedName';

/**
 * Greatest demand of each UTC day. Before Prometheus 3 the left end of a range counts too, so the look at the midnight
 * that begins the day (which speaks of the five minutes before it) is among the 289.
 */
export const dailyPeak: KpiBuilder = (context) => ({
  expr: maxOverTime(subquery(demandRate(context, rateWindow(context)), DAY, 5 * MINUTE)),
  unit: 'reqps',
  step: DAY,
  lookback: DAY,
  doc: 'Greatest demand of each UTC day: the peak of the sum, looked at every 5 minutes. The value at midnight speaks of the day that ends there.',
  recorded: {
    name: 'headroom:demand:rate5m',
    expr: oncePerGroup(context, maxOverTime(over(recordedSelector('headroom:demand:rate5m', context), DAY))),
  },
});
