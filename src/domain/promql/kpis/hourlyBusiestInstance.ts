import { HOUR, MINUTE } from '../../base/Duration';
import { demandRate } from '../demandRate';
import { refuse, type KpiBuilder } from '../Draft';
import { call, maxBy, over } from '../Expr';
import { oncePerGroup, recordedSelector } from '../RecordedName';

/** Mean demand of the busiest instance in each hour; over the mean instance it gives the skew. */
export const hourlyBusiestInstance: KpiBuilder = (context) => {
  const { labels, group, id } = context.profile;
  if (labels.instance === undefined) {
    return refuse(
      `profile ${id} has no label that tells instances apart`,
      'Name the instance label in the profile: without it uneven load between instances stays unseen.'
    );
  }
  return {
    expr: maxBy(group, demandRate(context, HOUR, [labels.instance])),
    unit: 'reqps/instance',
    step: HOUR,
    lookback: HOUR,
    doc: 'Mean demand of the busiest instance in each hour.',
    recorded: {
      name: 'headroom:demand_busiest_instance:rate1h',
      // Recorded every five minutes, which is as long as an instant look reaches back.
      expr: oncePerGroup(
        context,
        call('last_over_time', over(recordedSelector('headroom:demand_busiest_instance:rate1h', context), 15 * MINUTE))
      ),
    },
  };
};
