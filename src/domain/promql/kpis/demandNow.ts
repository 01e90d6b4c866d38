import type { KpiBuilder } from '../Draft';
import { demandRate } from '../demandRate';
import { rateWindow } from '../rateWindow';
import { oncePerGroup, recordedSelector } from '../RecordedName';

/** Requests per second arriving now. */
export const demandNow: KpiBuilder = (context) => ({
  expr: demandRate(context, rateWindow(context)),
  unit: 'reqps',
  step: null,
  lookback: rateWindow(context),
  doc: 'Requests per second of each service now: rate of the request counter, summed over everything but the grouping labels.',
  recorded: {
    name: 'headroom:demand:rate5m',
    expr: oncePerGroup(context, recordedSelector('headroom:demand:rate5m', context)),
  },
});
