import { tierPeakBasis } from '../../capacity/tierPeakBasis';
import type { IntentOf } from '../Intent';
import { demand } from '../liveSeries';
import { against, watchedDemand } from '../measures';
import type { Recipe } from '../Recipe';
import { figureLimit } from '../subjectLimits';

/** Demand over the peak the tier was judged by when the rule was written. */
export const demandGrown: Recipe<IntentOf<'demand-grown'>> = {
  limit: ({ facts }) => figureLimit(tierPeakBasis(facts).peak.figure),
  measure: (context) => against(demand(context), '/', [watchedDemand(context)]),
  comparison: ({ factor }) => ({ op: '>', threshold: factor }),
  summary: () => ['takes ', { value: 'percent' }, ' of the peak it was last reviewed with.'],
};
