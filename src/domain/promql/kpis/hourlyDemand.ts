import { HOUR } from '../../base/Duration';
import { demandRate } from '../demandRate';
import type { KpiBuilder } from '../Draft';
import { avgOverTime, over } from '../Expr';
import { oncePerGroup, recordedSelector } from '../RecordedName';

/** Mean demand of each hour. */
export const hourlyDemand: KpiBuilder = (context) => ({
  expr: demandRate(context, HOUR),
  unit: 'reqps',
  step: HOUR,
  lookback: HOUR,
  doc: 'Mean demand of each hour: one rate over the whole hour, twelve times cheaper than its peak.',
  recorded: {
    name: 'headroom:demand:rate5m',
    expr: oncePerGroup(context, avgOverTime(over(recordedSelector('headroom:demand:rate5m', context), HOUR))),
  },
});
