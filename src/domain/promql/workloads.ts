import { OWNER_METRIC, OWNER_RULE } from '../catalogue/kubernetesMetrics';
import type { Matcher } from '../catalogue/Profile';
import { aggregate, binary, call, copyLabel, labelReplace, maxBy, number, over, selector, text, withLabel, type Expr } from './Expr';
import { escapeRegex } from './escapeRegex';
import type { QuestionContext } from './QuestionContext';

/*
 * Joining what Kubernetes measures by pod to the services of a request profile.
 *
 *   pod -> workload    by the mixin's owner rule, else by kube_pod_owner, else by the shape of the pod's name
 *   workload -> service  same name; the namespace label answers to the first grouping label that is not the name
 *
 * An owner listed twice (two exporters, a pod name in two clusters) would break a many-to-one join: one owner a pod is kept.
 */

// Alphabet of generated names in Kubernetes (apimachinery, util/rand): no vowels, no 0, 1, 3.
const SAFE = '[bcdfghjklmnpqrstvwxz2456789]';
const SUFFIXES = [`-${SAFE}{6,10}-${SAFE}{5}`, `-${SAFE}{5}`, '-[0-9]+'];

/** Deployment, then DaemonSet or Job, then StatefulSet; the first that fits wins. */
const POD_NAME = SUFFIXES.map((suffix) => `(.+)${suffix}`).join('|');

/** Labels of Kubernetes metrics that hold the grouping values, in the order of `group`. */
export function workloadLabels(group: readonly string[]): readonly string[] {
  const rest = group.slice(0, -1);
  const namespace = rest.find((label) => label.includes('namespace')) ?? rest[0];
  return [...rest.map((label) => (label === namespace ? 'namespace' : label)), 'workload'];
}

/** Labels that tell a pod apart. */
export const podLabels = (group: readonly string[]): readonly string[] => [
  ...new Set([...workloadLabels(group).slice(0, -1), 'namespace', 'pod']),
];

/** Selector on a pod-level metric, narrowed to one service where one is asked about. */
export function podMatchers(context: QuestionContext, own: readonly Matcher[] = []): readonly Matcher[] {
  const { service, profile, metrics } = context;
  const labels = workloadLabels(profile.group);
  const narrowed = profile.group
    .slice(0, -1)
    .map((name, i) => ({ label: labels[i] ?? name, op: '=' as const, value: service?.labels[name] ?? '' }));
  const pods = { label: 'pod', op: '=~' as const, value: `${escapeRegex(service?.name ?? '')}(-.*)?` };
  const byName = metrics.has(OWNER_RULE) ? [] : [pods];
  return [...own, ...context.scope, ...(service ? [...narrowed, ...byName] : [])];
}

/**
 * Adds the label `workload` to rows that carry `namespace` and `pod`.
 * @param window look this far back for owners, so that pods gone by the end of a span still count; null = now
 */
export function byWorkload(context: QuestionContext, perPod: Expr, window: number | null): Expr {
  const owner = ownerExpr(context, window);
  if (!owner) {
    return ofThisWorkload(context, labelReplace(perPod, 'workload', '$1$2$3', 'pod', POD_NAME));
  }
  const pod = podLabels(context.profile.group);
  const one = aggregate('topk', pod, maxBy([...pod, 'workload'], owner), 1);
  return binary('*', perPod, one, { on: pod, bring: ['workload'] });
}

function ownerExpr(context: QuestionContext, window: number | null): Expr | null {
  const { metrics, service, scope } = context;
  if (metrics.has(OWNER_RULE)) {
    const workload = service ? [{ label: 'workload', op: '=' as const, value: service.name }] : [];
    return seen(OWNER_RULE, [...workload, ...scope], window);
  }
  if (!metrics.has(OWNER_METRIC)) {
    return null;
  }
  // A Deployment owns pods through a ReplicaSet whose name ends in a hash.
  const named: Matcher = { label: 'owner_kind', op: '!~', value: '|<none>|Node' };
  const joined = call(
    'label_join',
    seen(OWNER_METRIC, podMatchers(context, [named]), window),
    ...['headroom_owner', '/', 'owner_kind', 'owner_name'].map(text)
  );
  return ofThisWorkload(context, labelReplace(joined, 'workload', '$1$2', 'headroom_owner', 'ReplicaSet/(.+)-[^-]+|[^/]+/(.+)'));
}

/** Pods are narrowed by how their names begin, which `cart` shares with `cart-api`: the workload itself decides. */
function ofThisWorkload({ service }: QuestionContext, rows: Expr): Expr {
  return service ? binary('and', rows, withLabel(call('vector', number(1)), 'workload', service.name), { on: ['workload'] }) : rows;
}

function seen(metric: string, matchers: readonly Matcher[], window: number | null): Expr {
  const source = selector(metric, matchers);
  return window === null ? source : call('max_over_time', over(source, window));
}

/** Rows keyed by Kubernetes labels, keyed by the profile's grouping labels instead; further labels kept. */
export function asService(
  context: QuestionContext,
  rows: Expr,
  extra: readonly string[] = [],
  from: readonly string[] = workloadLabels(context.profile.group)
): Expr {
  const { group } = context.profile;
  const renamed = group.reduce<Expr>((expr, label, i) => {
    const source = from[i] ?? label;
    return source === label ? expr : copyLabel(expr, label, source);
  }, rows);
  return renamed === rows ? rows : maxBy([...group, ...extra], renamed);
}
