import { DAY, MINUTE, SECOND } from '../../base/Duration';
import { binary, call, maxOverTime, number, over, subquery, type Expr } from '../../promql/Expr';
import type { QuestionContext } from '../../promql/QuestionContext';
import { oncePerGroup, recordedSelector } from '../../promql/RecordedName';
import type { IntentOf } from '../Intent';
import { demand } from '../liveSeries';
import { against } from '../measures';
import type { Recipe } from '../Recipe';
import { figureLimit } from '../subjectLimits';

const HISTORY = 28 * DAY;
const LEAST_DAYS = 14;
/** Coarser than the pages: 28 days of raw series are read at every evaluation. */
const RAW_STEP = 30 * MINUTE;

/** Daily peak that a straight line foresees, over the capacity known when the rule was written. */
export const forecast: Recipe<IntentOf<'forecast'>> = {
  limit: ({ judgement }) => figureLimit(judgement.capacity),
  measure: (context, { days }) => {
    const peaks = subquery(dailyPeak(context), HISTORY, DAY);
    const line = call('predict_linear', peaks, number(Math.round((days * DAY) / SECOND)));
    const enough = binary('>', call('count_over_time', peaks), number(LEAST_DAYS - 1));
    return against(binary('and', line, enough), '/', []);
  },
  comparison: () => ({ op: '>', threshold: 1 }),
  summary: ({ days }) => [`is on the way to `, { value: 'percent' }, ` of its capacity in ${days} days, by a straight line.`],
};

const dailyPeak = (context: QuestionContext): Expr =>
  context.recorded.has('headroom:demand:rate5m')
    ? oncePerGroup(context, maxOverTime(over(recordedSelector('headroom:demand:rate5m', context), DAY)))
    : maxOverTime(subquery(demand(context), DAY, RAW_STEP));
