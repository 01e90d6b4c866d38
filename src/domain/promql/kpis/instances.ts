import { HOUR, MINUTE } from '../../base/Duration';
import { isRefusal, type KpiBuilder } from '../Draft';
import { avgOverTime, over, subquery } from '../Expr';
import { instanceCount, instanceExtras } from '../instanceCount';
import { pictureStep } from '../rateWindow';
import { oncePerGroup, recordedSelector } from '../RecordedName';

/** Instances now, split by zone, version, spec, owner and tier where labels say so. */
export const instancesNow: KpiBuilder = (context) => {
  const counted = instanceCount(context, instanceExtras(context.profile));
  if (isRefusal(counted)) {
    return counted;
  }
  return {
    ...counted,
    unit: 'instances',
    step: null,
    lookback: 5 * MINUTE,
    doc: 'Distinct instances with samples now.',
  };
};

/** Instances of each hour, mean of four looks. */
export const hourlyInstances: KpiBuilder = (context) => {
  const counted = instanceCount(context, []);
  if (isRefusal(counted)) {
    return counted;
  }
  return {
    ...counted,
    expr: avgOverTime(subquery(counted.expr, HOUR, 15 * MINUTE)),
    unit: 'instances',
    step: HOUR,
    lookback: HOUR,
    doc: 'Instances in each hour, mean of a look every 15 minutes: capacity at the time of each peak, and demand by instance.',
    recorded: {
      name: 'headroom:instances:count',
      expr: oncePerGroup(context, avgOverTime(over(recordedSelector('headroom:instances:count', context), HOUR))),
      join: context.profile.group,
    },
  };
};

/** Instances of one service over time, split as `instances-now`. */
export const serviceInstances: KpiBuilder = (context) => {
  const counted = instanceCount(context, instanceExtras(context.profile));
  if (isRefusal(counted)) {
    return counted;
  }
  return {
    ...counted,
    unit: 'instances',
    step: pictureStep(context),
    lookback: 5 * MINUTE,
    doc: 'Instances of the service with samples at each moment.',
  };
};
