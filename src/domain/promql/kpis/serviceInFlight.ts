import { refuse, type KpiBuilder } from '../Draft';
import { avgOverTime, over, selector, sumBy } from '../Expr';
import { pictureStep, pictureWindow } from '../rateWindow';
import { scopedMatchers } from '../scopedMatchers';

/** Requests being served at once by one service: mean over the window, so that it compares with demand x latency. */
export const serviceInFlight: KpiBuilder = (context) => {
  const { inFlight, group, id } = context.profile;
  if (!inFlight) {
    return refuse(
      `profile ${id} has no gauge of requests in flight`,
      'Name a gauge of requests in flight in the profile.'
    );
  }
  const gauge = selector(inFlight.metric, scopedMatchers(context, inFlight.matchers));
  return {
    expr: sumBy(group, avgOverTime(over(gauge, pictureWindow(context)))),
    unit: 'requests',
    step: pictureStep(context),
    lookback: pictureWindow(context),
    doc: 'Requests in flight over all instances, mean of the window.',
  };
};
