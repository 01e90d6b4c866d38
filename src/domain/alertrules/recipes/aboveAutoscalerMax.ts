import { refuse } from '../../promql/Draft';
import type { IntentOf } from '../Intent';
import { autoscalerMax, demand } from '../liveSeries';
import { against, perUnit, watchedDemand } from '../measures';
import type { Recipe } from '../Recipe';
import { safeRate } from '../subjectLimits';

/** Demand over what the greatest number of instances carries with the reserve kept free. */
export const aboveAutoscalerMax: Recipe<IntentOf<'above-autoscaler-max'>> = {
  limit: (subject) => {
    const { autoscaler } = subject.facts;
    if (autoscaler === null || autoscaler.max === null) {
      return { leftOut: 'it is not autoscaled' };
    }
    return safeRate(subject, subject.judgement.inputs?.reserve ?? 0);
  },
  measure: (context) => {
    const max = autoscalerMax(context);
    return max
      ? against(perUnit(demand(context), max, context), '/', [watchedDemand(context)])
      : refuse('no autoscaler metrics were found', 'Where services are autoscaled, add kube-state-metrics.');
  },
  comparison: () => ({ op: '>', threshold: 1 }),
  summary: () => ['takes ', { value: 'percent' }, ' of the demand that the maximum of its autoscaler carries.'],
};
