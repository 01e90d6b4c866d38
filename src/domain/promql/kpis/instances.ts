import { HOUR, MINUTE } from '../../base/Duration';
import { isRefusal, type KpiBuilder } from '../Draft';
import { avgOverTime, binary, call, subquery, type Expr } from '../Expr';
import { instanceCount, instanceExtras, versionExtra } from '../instanceCount';
import type { KeyedExpr } from '../KeyedExpr';
import { pictureStep } from '../rateWindow';
import { oncePerGroup, recordedSelector } from '../RecordedName';

const LOOK = 15 * MINUTE;

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

/** Instances of each hour, mean of four looks, by version where labels say so; the versions of an hour add up to its mean. */
export const hourlyInstances: KpiBuilder = (context) => {
  const [counted, whole] = [instanceCount(context, versionExtra(context.profile)), instanceCount(context, [])];
  if (isRefusal(counted)) {
    return counted;
  }
  if (isRefusal(whole)) {
    return whole;
  }
  const recorded = recordedSelector('headroom:instances:count', context);
  const recordedCount = oncePerGroup(context, recorded, counted.extra);
  return {
    ...counted,
    expr: hourlyMean(counted.expr, whole, counted.extra),
    unit: 'instances',
    step: HOUR,
    lookback: HOUR,
    doc: 'Instances in each hour, mean of a look every 15 minutes: capacity at the time of each peak, and demand by instance and version.',
    recorded: {
      name: 'headroom:instances:count',
      expr: hourlyMean(recordedCount, { expr: oncePerGroup(context, recorded), join: context.profile.group }, counted.extra),
    },
  };
};

/**
 * Mean of the looks that saw the service at all. A version that ran for half of an hour counts half: over its own looks
 * it would count in full, and the hour of a rollout would hold twice the instances.
 */
function hourlyMean(counted: Expr, whole: KeyedExpr, extra: readonly string[]): Expr {
  if (extra.length === 0) {
    return avgOverTime(subquery(counted, HOUR, LOOK));
  }
  const seen = call('sum_over_time', subquery(counted, HOUR, LOOK));
  const looks = call('count_over_time', subquery(whole.expr, HOUR, LOOK));
  return binary('/', seen, looks, { on: whole.join, bring: [] });
}

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
