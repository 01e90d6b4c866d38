import { POD_PLACEMENT } from '../catalogue/diskMetrics';
import { aggregate, copyLabel, firstOf, labelReplace, selector, type Expr } from '../promql/Expr';
import type { QuestionContext } from '../promql/QuestionContext';
import { scopedMatchers } from '../promql/scopedMatchers';
import { asService, byWorkload, podLabels, podMatchers, workloadLabels } from '../promql/workloads';

/** Label that names a machine: a name or an address, without its port. */
export const HOST = 'host';

/** Rows with the machine that a label names. */
export const withHost = (rows: Expr, label: string): Expr => labelReplace(rows, HOST, '$1', label, '(.+?)(?::[0-9]+)?');

/**
 * On which machines each service runs, one row a service and machine: by the instance label of its requests, and by the
 * placement of its pods where kube-state-metrics tells it. Null when nothing tells. A machine may have two names here
 * (its name and its address); whoever joins takes the one that fits.
 */
export function serviceHosts(context: QuestionContext): Expr | null {
  const ways = [byInstance(context), byPods(context)].filter((way) => way !== null);
  return ways.length === 0 ? null : firstOf(ways);
}

/** A router speaks of what stands behind it, and its instance label names itself. */
function byInstance(context: QuestionContext): Expr | null {
  const { group, labels, requests, seenFrom } = context.profile;
  if (labels.instance === undefined || seenFrom === 'router') {
    return null;
  }
  const named = { label: labels.instance, op: '!=', value: '' } as const;
  const series = selector(requests.metric, [...scopedMatchers(context, requests.matchers), named]);
  return aggregate('group', [...group, HOST], withHost(series, labels.instance));
}

function byPods(context: QuestionContext): Expr | null {
  if (!context.metrics.has(POD_PLACEMENT)) {
    return null;
  }
  const { group } = context.profile;
  const pods = selector(POD_PLACEMENT, podMatchers(context));
  // A node exporter is scraped under the address of its machine or under its name.
  const placed = firstOf([withHost(pods, 'host_ip'), copyLabel(pods, HOST, 'node')]);
  const perPod = aggregate('group', [...podLabels(group), HOST], placed);
  return asService(context, aggregate('group', [...workloadLabels(group), HOST], byWorkload(context, perPod, null)), [HOST]);
}
