import { AUTOSCALER_BOUNDS, AUTOSCALER_INFO } from '../catalogue/kubernetesMetrics';
import { cpuCores } from '../promql/cpuCores';
import { counterRate, demandRate } from '../promql/demandRate';
import { isRefusal, refuse, type Refusal } from '../promql/Draft';
import { aggregate, binary, copyLabel, firstOf, maxBy, selector, sumBy, type Expr } from '../promql/Expr';
import { instanceCount, versionExtra } from '../promql/instanceCount';
import type { QuestionContext } from '../promql/QuestionContext';
import { rateWindow } from '../promql/rateWindow';
import { oncePerGroup, recordedSelector, type RecordedName } from '../promql/RecordedName';
import { asService, workloadLabels } from '../promql/workloads';

/*
 * Series that rules look at, one row a service, keyed by the profile's grouping labels. A recorded series stands in
 * where it is known to hold this profile.
 */

const recorded = (context: QuestionContext, name: RecordedName): Expr | null =>
  context.recorded.has(name) ? oncePerGroup(context, recordedSelector(name, context)) : null;

/** Requests per second. */
export const demand = (context: QuestionContext): Expr =>
  recorded(context, 'headroom:demand:rate5m') ?? demandRate(context, rateWindow(context));

/** Instances that take traffic. */
export function instances(context: QuestionContext): Expr | Refusal {
  const name = 'headroom:instances:count';
  if (context.recorded.has(name)) {
    // Recorded by version, where labels tell it.
    return sumBy(context.profile.group, oncePerGroup(context, recordedSelector(name, context), versionExtra(context.profile)));
  }
  const counted = instanceCount(context, []);
  return isRefusal(counted) ? counted : asService(context, counted.expr, [], counted.join);
}

/** Instances by service and one more label of the profile. */
export function instancesBy(context: QuestionContext, label: string): Expr | Refusal {
  const counted = instanceCount(context, [label]);
  if (isRefusal(counted)) {
    return counted;
  }
  return counted.extra.length > 0 ? counted.expr : refuse(`instances cannot be told apart by ${label}`, 'Name the instance label in the profile.');
}

/** Greatest number of instances the autoscaler may start; null when no autoscaler metrics are there. */
export function autoscalerMax(context: QuestionContext): Expr | null {
  const [, metric] = AUTOSCALER_BOUNDS;
  if (!context.metrics.has(metric)) {
    return null;
  }
  const name = 'horizontalpodautoscaler';
  const join = workloadLabels(context.profile.group);
  const rest = join.slice(0, -1);
  const max = selector(metric, context.scope);
  if (!context.metrics.has(AUTOSCALER_INFO)) {
    return asService(context, maxBy(join, copyLabel(max, 'workload', name)));
  }
  const key = [...new Set([...rest, 'namespace', name])];
  const target = 'scaletargetref_name';
  const info = maxBy([...key, target], selector(AUTOSCALER_INFO, context.scope));
  const one = aggregate('topk', key, info, 1);
  const joined = binary('*', maxBy(key, max), one, { on: key, bring: [target] });
  return asService(context, maxBy(join, copyLabel(joined, 'workload', target)));
}

/** Instances a service is judged at: the autoscaler's maximum where there is one, else those that are there. */
export function deployed(context: QuestionContext): Expr | Refusal {
  const now = instances(context);
  const max = autoscalerMax(context);
  if (isRefusal(now)) {
    return max ?? now;
  }
  return max ? firstOf([max, now]) : now;
}

/** Cores in use. */
export function cores(context: QuestionContext): Expr | Refusal {
  const kept = recorded(context, 'headroom:cpu_cores:rate5m');
  if (kept) {
    return kept;
  }
  const used = cpuCores(context, rateWindow(context));
  return isRefusal(used) ? used : asService(context, used.expr, [], used.join);
}

/** Share of requests refused by a rate limit. */
export function rejectedShare(context: QuestionContext): Expr | Refusal {
  const { rejects, requests, group } = context.profile;
  if (!rejects) {
    return refuse('the profile does not say which requests a rate limit refused', 'Name the matchers of refused requests in the profile.');
  }
  const matchers = [...(requests.matchers ?? []), ...rejects.matchers];
  const refused = counterRate(context, { ...requests, matchers }, group, rateWindow(context));
  return binary('/', refused, binary('>', demandRate(context, rateWindow(context)), { kind: 'number', value: 0 }), { on: group });
}
