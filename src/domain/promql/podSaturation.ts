import {
  CONTAINER_CPU,
  CONTAINER_MEMORY_LIMIT,
  CONTAINER_PERIODS,
  CONTAINER_THROTTLED,
  CONTAINER_WORKING_SET,
  LIMITS,
} from '../catalogue/kubernetesMetrics';
import type { Matcher } from '../catalogue/Profile';
import { CONTAINERS, containerLabels } from './containers';
import { binary, firstOf, maxBy, number, rate, selector, withLabel, type Expr } from './Expr';
import { cpuLimit } from './cpuLimit';
import type { QuestionContext } from './QuestionContext';
import { rateWindow } from './rateWindow';
import { asService, byWorkload, podMatchers, workloadLabels } from './workloads';

/** What pods use of their limits, each row keyed by the grouping labels and `resource`; only what is known to exist; null when nothing is. */
export function podSaturation(context: QuestionContext): Expr | null {
  const kinds: ReadonlyArray<readonly [resource: string, share: Expr | null]> = [
    ['cpu', cpuShare(context)],
    ['memory', memoryShare(context)],
    ['cpu-throttling', throttledShare(context)],
  ];
  const rows = kinds.flatMap(([resource, share]) => (share ? [withLabel(share, 'resource', resource)] : []));
  return rows.length === 0 ? null : worst(context, firstOf(rows));
}

/** Busiest container of each workload, one owner join for all resources. */
function worst(context: QuestionContext, perContainer: Expr): Expr {
  const rows = byWorkload(context, perContainer, null);
  return asService(context, maxBy([...workloadLabels(context.profile.group), 'resource'], rows), ['resource']);
}

function cpuShare(context: QuestionContext): Expr | null {
  const limit = cpuLimit(context);
  return limit && context.metrics.has(CONTAINER_CPU)
    ? binary('/', perSecond(context, CONTAINER_CPU), positive(limit))
    : null;
}

function memoryShare(context: QuestionContext): Expr | null {
  const limit = memoryLimit(context);
  return limit && context.metrics.has(CONTAINER_WORKING_SET)
    ? binary('/', gauge(context, CONTAINER_WORKING_SET, CONTAINERS), positive(limit))
    : null;
}

function memoryLimit(context: QuestionContext): Expr | null {
  if (context.metrics.has(LIMITS)) {
    return gauge(context, LIMITS, [{ label: 'resource', op: '=', value: 'memory' }]);
  }
  return context.metrics.has(CONTAINER_MEMORY_LIMIT) ? gauge(context, CONTAINER_MEMORY_LIMIT, CONTAINERS) : null;
}

/** Share of scheduling periods in which the container was held back. */
function throttledShare(context: QuestionContext): Expr | null {
  const known = context.metrics.has(CONTAINER_PERIODS) && context.metrics.has(CONTAINER_THROTTLED);
  return known
    ? binary('/', perSecond(context, CONTAINER_THROTTLED), positive(perSecond(context, CONTAINER_PERIODS)))
    : null;
}

const perSecond = (context: QuestionContext, metric: string): Expr =>
  maxBy(
    containerLabels(context.profile.group),
    rate(selector(metric, podMatchers(context, CONTAINERS)), rateWindow(context))
  );

const gauge = (context: QuestionContext, metric: string, own: readonly Matcher[]): Expr =>
  maxBy(containerLabels(context.profile.group), selector(metric, podMatchers(context, own)));

const positive = (limit: Expr): Expr => binary('>', limit, number(0));
