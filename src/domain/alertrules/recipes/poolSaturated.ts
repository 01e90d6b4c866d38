import { saturationKinds } from '../../catalogue/saturationKinds';
import { isRefusal, refuse } from '../../promql/Draft';
import { saturation } from '../../promql/kpis/saturation';
import type { QuestionContext } from '../../promql/QuestionContext';
import type { IntentOf } from '../Intent';
import { against } from '../measures';
import type { Recipe } from '../Recipe';
import { member } from '../subjectLimits';

const POOLS: ReadonlySet<string> = new Set(['connections', 'threads', 'sessions', 'file-descriptors']);

const POOL_METRICS: ReadonlySet<string> = new Set(
  saturationKinds.filter(({ resource }) => POOLS.has(resource)).flatMap(({ use, limit }) => (limit ? [use.metric, limit.metric] : [use.metric]))
);

/** Use of each pool over its size, worst instance; `resource` names the pool. */
export const poolSaturated: Recipe<IntentOf<'pool-saturated'>> = {
  limit: () => member,
  measure: (context) => {
    const draft = saturation(onlyPools(context));
    return isRefusal(draft)
      ? refuse('no metric was found that tells a pool and its size', 'Publish the metrics of the connection or thread pool.')
      : against(draft.expr, '*', []);
  },
  comparison: ({ share }) => ({ op: '>', threshold: share }),
  summary: () => ['has its pool of ', { label: 'resource' }, ' filled to ', { value: 'percent' }, '.'],
};

/** Requests in flight have an intent of their own. */
function onlyPools(context: QuestionContext): QuestionContext {
  const { inFlightLimit: _limit, ...profile } = context.profile;
  const metrics = new Set([...context.metrics].filter((name) => POOL_METRICS.has(name)));
  return { ...context, profile, metrics, recorded: new Set() };
}
