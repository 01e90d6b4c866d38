import { READY_REPLICAS } from '../catalogue/kubernetesMetrics';
import type { Matcher } from '../catalogue/Profile';
import { copyLabel, firstOf, maxBy, selector, sumBy, type Expr } from './Expr';
import type { KeyedExpr } from './KeyedExpr';
import type { QuestionContext } from './QuestionContext';
import { workloadLabels } from './workloads';

/** Ready replicas of the workload of the same name; null when kube-state-metrics is not there. */
export function readyReplicas(context: QuestionContext): KeyedExpr | null {
  const kinds = READY_REPLICAS.filter(([metric]) => context.metrics.has(metric));
  if (kinds.length === 0) {
    return null;
  }
  const join = workloadLabels(context.profile.group);
  const rest = join.slice(0, -1);
  const one = ([metric, label]: readonly [string, string]): Expr => {
    const rows = maxBy([...rest, 'namespace', label], selector(metric, namedMatchers(context, label)));
    return copyLabel(rows, 'workload', label);
  };
  const all = firstOf(kinds.map(one));
  return { expr: sumBy(join, all), join };
}

/** Matchers of a workload-level metric whose label `name` holds the workload. */
export function namedMatchers({ profile, service, scope }: QuestionContext, name: string): readonly Matcher[] {
  if (!service) {
    return scope;
  }
  const labels = [...workloadLabels(profile.group).slice(0, -1), name];
  const own = profile.group.map((label, i) => ({
    label: labels[i] ?? label,
    op: '=' as const,
    value: service.labels[label] ?? '',
  }));
  return [...scope, ...own];
}
