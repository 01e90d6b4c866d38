import { CONTAINER_CPU_PERIOD, CONTAINER_CPU_QUOTA, LIMITS } from '../catalogue/kubernetesMetrics';
import { CONTAINERS, containerLabels } from './containers';
import { binary, maxBy, selector, type Expr } from './Expr';
import type { QuestionContext } from './QuestionContext';
import { podMatchers } from './workloads';

/** CPU limit of each container, cores; null when nobody publishes it. */
export function cpuLimit(context: QuestionContext): Expr | null {
  const { metrics, profile } = context;
  const labels = containerLabels(profile.group);
  if (metrics.has(LIMITS)) {
    return maxBy(labels, selector(LIMITS, podMatchers(context, [{ label: 'resource', op: '=', value: 'cpu' }])));
  }
  if (!metrics.has(CONTAINER_CPU_QUOTA) || !metrics.has(CONTAINER_CPU_PERIOD)) {
    return null;
  }
  const [quota, period] = [CONTAINER_CPU_QUOTA, CONTAINER_CPU_PERIOD].map((name) =>
    maxBy(labels, selector(name, podMatchers(context, CONTAINERS)))
  );
  return quota && period ? binary('/', quota, period) : null;
}
