import { MINUTE } from '../../base/Duration';
import { maxOverTime, subquery } from '../../promql/Expr';
import type { IntentOf } from '../Intent';
import { demand } from '../liveSeries';
import { against, watchedDemand } from '../measures';
import type { Recipe } from '../Recipe';
import { roundLimitUp } from '../roundLimit';
import { figureLimit } from '../subjectLimits';

/** Greatest demand of the last hours over the all-time high, which rounding must not lower: it would be beaten by itself. The hours are what resets it. */
export const newAth: Recipe<IntentOf<'new-ath'>> = {
  limit: ({ facts }) => figureLimit(facts.ath.figure, roundLimitUp),
  measure: (context, { hours }) => {
    const recent = maxOverTime(subquery(demand(context), Math.round(hours * 60) * MINUTE, 5 * MINUTE));
    return against(recent, '/', [watchedDemand(context)]);
  },
  comparison: () => ({ op: '>', threshold: 1 }),
  summary: () => ['reached a new all-time high: ', { value: 'percent' }, ' of the one known before.'],
};
