import { HOUR, MINUTE } from '../../base/Duration';
import { demandRate } from '../demandRate';
import { refuse, type KpiBuilder } from '../Draft';
import { maxOverTime, over, subquery } from '../Expr';
import { minuteWindow, pictureStep, pictureWindow, rateWindow } from '../rateWindow';
import { oncePerGroup, recordedSelector } from '../RecordedName';

/** Demand of one service over time. */
export const serviceDemand: KpiBuilder = (context) => ({
  expr: demandRate(context, pictureWindow(context)),
  unit: 'reqps',
  step: pictureStep(context),
  lookback: pictureWindow(context),
  doc: 'Demand of the service over time.',
});

/** Greatest demand of each hour of one service. */
export const serviceHourlyPeak: KpiBuilder = (context) => ({
  expr: maxOverTime(subquery(demandRate(context, rateWindow(context)), HOUR, 5 * MINUTE)),
  unit: 'reqps',
  step: HOUR,
  lookback: HOUR,
  doc: 'Greatest demand of each hour: the peak of the sum, looked at every 5 minutes.',
  recorded: {
    name: 'headroom:demand:rate5m',
    expr: oncePerGroup(context, maxOverTime(over(recordedSelector('headroom:demand:rate5m', context), HOUR))),
  },
});

/** Demand minute by minute, for a narrow span around an ATH. */
export const serviceMinutePeak: KpiBuilder = (context) => {
  const minute = minuteWindow(context);
  if (minute === null) {
    return refuse(
      `a minute holds fewer than four scrapes (scrape interval ${context.scrapeInterval / 1000} s)`,
      'Scrape at least every 15 s to find the minute of a peak.'
    );
  }
  return {
    expr: demandRate(context, minute),
    unit: 'reqps',
    step: MINUTE,
    lookback: minute,
    doc: 'Demand minute by minute, to find the minute of a peak.',
  };
};
