import { isRefusal } from '../../promql/Draft';
import type { IntentOf } from '../Intent';
import { cores } from '../liveSeries';
import { against, perInstance } from '../measures';
import type { Recipe } from '../Recipe';
import { roundLimit } from '../roundLimit';

/** Cores used by an instance over those it may use. */
export const overloadCpu: Recipe<IntentOf<'overload-cpu'>> = {
  limit: ({ facts }) =>
    facts.coresPerInstance !== null && facts.coresPerInstance > 0
      ? { limit: roundLimit(facts.coresPerInstance) }
      : { leftOut: 'how many cores an instance may use is not known' },
  measure: (context) => {
    const used = cores(context);
    const live = perInstance(used, context);
    if (isRefusal(used)) {
      return used;
    }
    return isRefusal(live) ? live : against(live, '/', [{ name: 'CPU', live: used, seen: ({ cpuPerRequest, saturation }) => cpuPerRequest.known || saturation.some(({ resource }) => resource === 'cpu') }]);
  },
  comparison: ({ share }) => ({ op: '>', threshold: share }),
  summary: () => ['uses ', { value: 'percent' }, ' of the cores of its instances.'],
};
