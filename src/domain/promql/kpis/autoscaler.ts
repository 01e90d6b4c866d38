import { MINUTE } from '../../base/Duration';
import { AUTOSCALER_BOUNDS, AUTOSCALER_INFO } from '../../catalogue/kubernetesMetrics';
import type { Matcher } from '../../catalogue/Profile';
import { refuse, type Draft, type KpiBuilder, type Refusal } from '../Draft';
import { aggregate, binary, copyLabel, maxBy, selector, type Expr } from '../Expr';
import { anyOf } from '../escapeRegex';
import type { QuestionContext } from '../QuestionContext';
import { pictureStep } from '../rateWindow';
import { namedMatchers } from '../readyReplicas';
import { workloadLabels } from '../workloads';

const HPA = 'horizontalpodautoscaler';
const TARGET = 'scaletargetref_name';
const BOUNDS: Matcher = {
  label: '__name__',
  op: '=~',
  value: anyOf(AUTOSCALER_BOUNDS),
};

/** Least, greatest and desired replicas in one query; `autoscalerBound` tells which a row is. */
export const autoscaler: KpiBuilder = (context) => draft(context, null);

export const serviceAutoscaler: KpiBuilder = (context) => draft(context, pictureStep(context));

function draft(context: QuestionContext, step: number | null): Draft | Refusal {
  if (!AUTOSCALER_BOUNDS.some((name) => context.metrics.has(name))) {
    return refuse(
      'no autoscaler metrics were found',
      'Where services are autoscaled, add kube-state-metrics; without it they are judged by the instances they have now.'
    );
  }
  const named = context.metrics.has(AUTOSCALER_INFO);
  const join = [...workloadLabels(context.profile.group).slice(0, -1), named ? TARGET : HPA];
  return {
    expr: named ? byTarget(context, join) : maxBy(['__name__', ...join], bounds(context, HPA)),
    join,
    extra: ['__name__'],
    unit: 'instances',
    step,
    lookback: 5 * MINUTE,
    doc: named
      ? 'Least, greatest and desired replicas of the autoscaler of the workload of the same name.'
      : 'Least, greatest and desired replicas of the autoscaler of the same name.',
  };
}

/** All three bounds; in a question about one service, `label` names it. */
const bounds = (context: QuestionContext, label: string | null): Expr =>
  selector(null, [BOUNDS, ...(label === null ? context.scope : namedMatchers(context, label))]);

/** An autoscaler may be named unlike what it scales. A join drops `__name__`, so it is carried in another label. */
function byTarget(context: QuestionContext, join: readonly string[]): Expr {
  const key = [...new Set([...join.slice(0, -1), 'namespace', HPA])];
  const info = maxBy([...key, TARGET], selector(AUTOSCALER_INFO, namedMatchers(context, TARGET)));
  const one = aggregate('topk', key, info, 1);
  const carried = maxBy([...key, 'headroom_bound'], copyLabel(bounds(context, null), 'headroom_bound', '__name__'));
  const joined = binary('*', carried, one, { on: key, bring: [TARGET] });
  return maxBy(['__name__', ...join], copyLabel(joined, '__name__', 'headroom_bound'));
}
