import { MINUTE, SECOND } from '../../base/Duration';
import { queueGauges } from '../../catalogue/queueGauges';
import { refuse } from '../../promql/Draft';
import { binary, call, firstOf, number, rate, selector, subquery, sumBy, withLabel } from '../../promql/Expr';
import { rateWindow } from '../../promql/rateWindow';
import { scopedMatchers } from '../../promql/scopedMatchers';
import type { IntentOf } from '../Intent';
import { against } from '../measures';
import type { Recipe } from '../Recipe';
import { member } from '../subjectLimits';

const LOOK = 30 * SECOND;

/** Growth of what waits, entries a second over five minutes; nothing where nothing waits. Of counters, of what begins to wait each second. */
export const queueGrowing: Recipe<IntentOf<'queue-growing'>> = {
  limit: () => member,
  measure: (context) => {
    const { group, seenFrom } = context.profile;
    const there = queueGauges.filter(({ metric, onlyWith }) => context.metrics.has(metric) && (onlyWith === undefined ? seenFrom !== 'router' : group.includes(onlyWith)));
    if (there.length === 0) {
      return refuse('no metric was found that tells how much waits', 'Publish the queue of the connection or thread pool.');
    }
    const rows = there.map(({ metric, resource, counter }) => {
      const series = selector(metric, scopedMatchers(context));
      const waiting = sumBy(group, counter ? rate(series, rateWindow(context)) : series);
      const growth = call('deriv', subquery(waiting, 5 * MINUTE, LOOK));
      return withLabel(binary('and', growth, binary('>', waiting, number(0))), 'resource', resource);
    });
    return against(firstOf(rows), '*', []);
  },
  comparison: () => ({ op: '>', threshold: 0 }),
  holdFor: ({ minutes }) => Math.round(minutes * 60) * SECOND,
  summary: () => ['has a growing queue (', { label: 'resource' }, '): ', { value: 'number' }, ' more every second.'],
};
