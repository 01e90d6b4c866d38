import { DAY, MINUTE } from '../../base/Duration';
import { demandRate, errorRate } from '../demandRate';
import { refuse, type KpiBuilder } from '../Draft';
import { binary, maxOverTime, number, subquery, type Expr } from '../Expr';
import { rateWindow } from '../rateWindow';
import type { QuestionContext } from '../QuestionContext';
import { recordedSelector, oncePerGroup } from '../RecordedName';

/** Error ratio above which a peak is censored: demand was at least this. */
const CENSORED_ABOVE = 0.02;

/**
 * Greatest demand of each UTC day among the moments with more than 2 % errors. Equal to the day's peak (up to rounding)
 * exactly when that peak is censored. `demand < 50 x errors` is `errors / demand > 0.02`, keeps demand as the value and
 * reads each counter once.
 */
export const dailyPeakWhileFailing: KpiBuilder = (context) => {
  const window = rateWindow(context);
  const errors = errorRate(context, window);
  if (!errors) {
    return refuse(
      `profile ${context.profile.id} does not say which requests failed`,
      'Add an error selector to the profile: without it a peak reached while failing cannot be told from an honest one.'
    );
  }
  const failing = binary('<', demandRate(context, window), binary('*', number(1 / CENSORED_ABOVE), errors));
  return {
    expr: maxOverTime(subquery(failing, DAY, 5 * MINUTE)),
    unit: 'reqps',
    step: DAY,
    lookback: DAY,
    doc: 'Greatest demand of each UTC day while more than 2 % of requests failed: where it equals the peak of the day, true demand was at least that.',
    recorded: { name: 'headroom:errors:ratio_rate5m', expr: recordedFailing(context) },
  };
};

function recordedFailing(context: QuestionContext): Expr {
  const demand = oncePerGroup(context, recordedSelector('headroom:demand:rate5m', context));
  const ratio = oncePerGroup(context, recordedSelector('headroom:errors:ratio_rate5m', context));
  const failing = binary('and', demand, binary('>', ratio, number(CENSORED_ABOVE)));
  // Every minute, as recorded: the day's peak is taken over the same moments.
  return maxOverTime(subquery(failing, DAY, MINUTE));
}
