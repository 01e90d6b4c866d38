import { isRefusal } from '../../promql/Draft';
import type { IntentOf } from '../Intent';
import { demand } from '../liveSeries';
import { against, perInstance, watchedDemand, watchedInstances } from '../measures';
import type { Recipe } from '../Recipe';
import { safeRate } from '../subjectLimits';

/** Demand of an instance over what one safely carries. */
export const overloadDemand: Recipe<IntentOf<'overload-demand'>> = {
  limit: (subject) => safeRate(subject),
  measure: (context) => {
    const live = perInstance(demand(context), context);
    return isRefusal(live) ? live : against(live, '/', [watchedDemand(context), ...watchedInstances(context)]);
  },
  comparison: ({ share }) => ({ op: '>', threshold: share }),
  summary: () => ['takes ', { value: 'percent' }, ' of the demand that its instances safely carry.'],
};
