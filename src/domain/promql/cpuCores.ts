import { HOUR, MINUTE } from '../base/Duration';
import { refuse, type Refusal } from './Draft';
import { avgOverTime, maxBy, rate, selector, subquery, sumBy, type Expr } from './Expr';
import { containerLabels, CONTAINERS } from './containers';
import { hostCores } from './hostCores';
import type { KeyedExpr } from './KeyedExpr';
import type { QuestionContext } from './QuestionContext';
import { scopedMatchers } from './scopedMatchers';
import { byWorkload, podMatchers, workloadLabels } from './workloads';

/** Cores used by each service, mean of the window (milliseconds), from the context's resource profile. */
export function cpuCores(context: QuestionContext, window: number): KeyedExpr | Refusal {
  const { resource, profile } = context;
  switch (resource?.id) {
    case undefined:
      return refuse('no source of CPU that fits this profile was found', CPU_NEXT);
    case 'process':
      return {
        expr: sumBy(profile.group, rate(selector(resource.detect, scopedMatchers(context)), window)),
        join: profile.group,
      };
    case 'cadvisor':
      return ofWorkloads(context, rate(selector(resource.detect, podMatchers(context, CONTAINERS)), window), window);
    case 'kubernetes-mixin':
      return recordedByMixin(context, window, resource.detect);
    case 'node':
      return hostCores(context, window);
  }
}

const CPU_NEXT =
  'Publish process_cpu_seconds_total from the same targets, or add cAdvisor and kube-state-metrics; then CPU per request and estimates work.';

function ofWorkloads(context: QuestionContext, perContainer: Expr, ownersWithin: number | null): KeyedExpr {
  const { group } = context.profile;
  const once = maxBy(containerLabels(group), perContainer);
  const join = workloadLabels(group);
  return { expr: sumBy(join, byWorkload(context, once, ownersWithin)), join };
}

/** The mixin records cores as a gauge: over an hour the sum is averaged, so that a pod of ten minutes counts for ten. */
function recordedByMixin(context: QuestionContext, window: number, metric: string): KeyedExpr {
  const now = ofWorkloads(context, selector(metric, podMatchers(context)), null);
  return window < HOUR ? now : { ...now, expr: avgOverTime(subquery(now.expr, window, 5 * MINUTE)) };
}
