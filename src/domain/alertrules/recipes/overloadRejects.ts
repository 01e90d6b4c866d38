import { isRefusal } from '../../promql/Draft';
import type { IntentOf } from '../Intent';
import { rejectedShare } from '../liveSeries';
import { against, watchedDemand } from '../measures';
import type { Recipe } from '../Recipe';
import { member } from '../subjectLimits';

/** Share of requests that a rate limit refuses. */
export const overloadRejects: Recipe<IntentOf<'overload-rejects'>> = {
  limit: () => member,
  measure: (context) => {
    const live = rejectedShare(context);
    return isRefusal(live) ? live : against(live, '*', [watchedDemand(context)]);
  },
  comparison: ({ share }) => ({ op: '>', threshold: share }),
  summary: () => ['refuses ', { value: 'percent' }, ' of its requests by a rate limit.'],
};
