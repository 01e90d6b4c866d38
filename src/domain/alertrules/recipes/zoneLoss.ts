import { base } from '../../capacity/base';
import { designDemand } from '../../capacity/designDemand';
import { isRefusal, refuse } from '../../promql/Draft';
import { binary, call, maxBy, sumBy } from '../../promql/Expr';
import type { IntentOf } from '../Intent';
import { deployed, instancesBy } from '../liveSeries';
import { against, watchedInstances } from '../measures';
import type { Recipe } from '../Recipe';

/**
 * Instances left without the fullest zone, less those the degraded service needs. For an autoscaled service the present
 * shares of its zones are applied to its maximum. A service that stands in one zone has none left.
 */
export const zoneLoss: Recipe<IntentOf<'zone-loss'>> = {
  limit: ({ facts, judgement: { inputs, required } }) => {
    if (inputs === null) {
      return { leftOut: required.known ? 'what it needs is not known' : required.reason };
    }
    if (inputs.survival.kind !== 'zone') {
      return { leftOut: facts.redundancy === 'zone' ? 'its zones are not known' : 'its policy does not ask to survive a zone' };
    }
    return { limit: base(designDemand(inputs), inputs.degradedReserve, inputs) };
  },
  measure: (context) => {
    const { group, labels } = context.profile;
    if (labels.zone === undefined) {
      return refuse('the profile has no label for zones', 'Name the zone label in the profile.');
    }
    const byZone = instancesBy(context, labels.zone);
    const judged = deployed(context);
    if (isRefusal(byZone)) {
      return byZone;
    }
    if (isRefusal(judged)) {
      return judged;
    }
    const onGroup = { on: group };
    const fullest = binary('/', binary('*', judged, maxBy(group, byZone), onGroup), sumBy(group, byZone), onGroup);
    const left = binary('-', judged, call('ceil', fullest), onGroup);
    return against(left, '-', watchedInstances(context));
  },
  comparison: () => ({ op: '<', threshold: 0 }),
  summary: () => ['would be short after losing its fullest zone: spare instances ', { value: 'number' }, '.'],
};
