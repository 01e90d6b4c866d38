import { isRefusal } from '../../promql/Draft';
import type { IntentOf } from '../Intent';
import { deployed } from '../liveSeries';
import { against, watchedInstances } from '../measures';
import type { Recipe } from '../Recipe';
import { figureLimit } from '../subjectLimits';

/** What is required at most proves no shortage. */
const NOTHING_PROVEN = 'its load test met no limit, so no shortage can be proven: run one that finds the limit';

/** Deployed instances less those the policy requires: below zero means short. The same verdict as on the pages. */
export const headroomShort: Recipe<IntentOf<'headroom-short'>> = {
  limit: ({ judgement: { required } }) => (required.known && required.bound === 'at most' ? { leftOut: NOTHING_PROVEN } : figureLimit(required)),
  measure: (context) => {
    const live = deployed(context);
    return isRefusal(live) ? live : against(live, '-', watchedInstances(context));
  },
  comparison: () => ({ op: '<', threshold: 0 }),
  summary: () => ['has less headroom than its tier asks: spare instances ', { value: 'number' }, ' (below 0 is short).'],
};
