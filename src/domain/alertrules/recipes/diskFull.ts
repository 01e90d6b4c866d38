import { DAY, HOUR, MINUTE, SECOND } from '../../base/Duration';
import { DISK_FREE } from '../../catalogue/queueGauges';
import { refuse } from '../../promql/Draft';
import { aggregate, call, number, selector, subquery } from '../../promql/Expr';
import { scopedMatchers } from '../../promql/scopedMatchers';
import type { IntentOf } from '../Intent';
import { against } from '../measures';
import type { Recipe } from '../Recipe';
import { member } from '../subjectLimits';

/** Free bytes that a straight line through six hours foresees on the fullest disk of a service. */
export const diskFull: Recipe<IntentOf<'disk-full'>> = {
  limit: () => member,
  measure: (context, { days }) => {
    if (!context.metrics.has(DISK_FREE) || context.profile.seenFrom === 'router') {
      return refuse('no metric was found that tells how much disk a service has left', `Publish ${DISK_FREE} with the labels of the service.`);
    }
    const free = aggregate('min', context.profile.group, selector(DISK_FREE, scopedMatchers(context)));
    const ahead = Math.round((days * DAY) / SECOND);
    return against(call('predict_linear', subquery(free, 6 * HOUR, 5 * MINUTE), number(ahead)), '*', []);
  },
  comparison: () => ({ op: '<', threshold: 0 }),
  summary: ({ days }) => [`will have a full disk within ${days} days if free space goes on falling as in the last six hours.`],
};
