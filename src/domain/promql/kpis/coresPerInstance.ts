import { LIMITS, OWN_CORES } from '../../catalogue/kubernetesMetrics';
import { cpuLimit } from '../cpuLimit';
import { isRefusal, refuse, type KpiBuilder, type Refusal } from '../Draft';
import { aggregate, firstOf, selector, sumBy, type Expr } from '../Expr';
import { coresOfHost } from '../hostCores';
import type { KeyedExpr } from '../KeyedExpr';
import type { QuestionContext } from '../QuestionContext';
import { scopedMatchers } from '../scopedMatchers';
import { asService, byWorkload, podLabels, workloadLabels } from '../workloads';

/** Cores one instance may use; where instances differ, the smallest, so that no estimate promises too much. */
export const coresPerInstance: KpiBuilder = (context) => {
  const cores = fromLimits(context) ?? ofHosts(context);
  if (isRefusal(cores)) {
    return cores;
  }
  return {
    ...cores,
    unit: 'cores',
    step: null,
    lookback: 0,
    doc: 'Cores one instance may use (its CPU limit); the smallest where instances differ.',
  };
};

/** What the orchestrator allows, and where it is silent what the process says it may use. */
function fromLimits(context: QuestionContext): KeyedExpr | null {
  const [limits, own] = [limitOfPods(context), ownCores(context)];
  if (limits && own) {
    return { expr: firstOf([asService(context, limits.expr), own]), join: context.profile.group };
  }
  return own ? { expr: own, join: context.profile.group } : limits;
}

function limitOfPods(context: QuestionContext): KeyedExpr | null {
  const perContainer = cpuLimit(context);
  if (!perContainer) {
    return null;
  }
  const { group } = context.profile;
  const join = workloadLabels(group);
  const perPod = sumBy([...join, ...podLabels(group)], byWorkload(context, perContainer, null));
  return { expr: aggregate('min', join, perPod), join };
}

function ownCores(context: QuestionContext): Expr | null {
  const gauge = OWN_CORES.find((name) => context.metrics.has(name));
  if (gauge === undefined || context.resource?.id !== 'process') {
    return null;
  }
  return aggregate('min', context.profile.group, selector(gauge, scopedMatchers(context)));
}

function ofHosts(context: QuestionContext): KeyedExpr | Refusal {
  if (context.resource?.id === 'node') {
    return coresOfHost(context);
  }
  return refuse(
    'nothing says how many cores an instance may use',
    `Publish ${LIMITS} (kube-state-metrics) and set CPU limits, or state cores per instance in the catalogue.`
  );
}
