import type { InstanceGauge, Profile } from '../catalogue/Profile';
import { refuse, type Refusal } from './Draft';
import type { KeyedExpr } from './KeyedExpr';
import { aggregate, maxBy, selector, sumBy } from './Expr';
import type { QuestionContext } from './QuestionContext';
import { readyReplicas } from './readyReplicas';
import { scopedMatchers } from './scopedMatchers';

/** Instances by service and further labels. */
export interface InstanceCount extends KeyedExpr {
  readonly extra: readonly string[];
}

/** Labels that say more than identity of an instance; each splits the count. */
export function instanceExtras({ labels, group }: Profile): readonly string[] {
  const named = [labels.zone, labels.version, labels.spec, labels.owner, labels.tier];
  return [...new Set(named.filter((label) => label !== undefined))].filter((label) => !group.includes(label));
}

/** The label that tells versions apart, where the profile has one that is not identity. */
export function versionExtra({ labels, group }: Profile): readonly string[] {
  return labels.version === undefined || group.includes(labels.version) ? [] : [labels.version];
}

/**
 * Instances with samples now: distinct values of the instance label, else the profile's gauge, else ready replicas.
 * @param extra labels to split by, where instances are counted by label
 */
export function instanceCount(context: QuestionContext, extra: readonly string[]): InstanceCount | Refusal {
  const { profile } = context;
  if (profile.instances.kind === 'gauge') {
    return { expr: fromGauge(context, profile.instances), join: profile.group, extra: [] };
  }
  if (profile.labels.instance !== undefined) {
    return { expr: fromLabel(context, profile.labels.instance, extra), join: profile.group, extra };
  }
  const replicas = readyReplicas(context);
  return replicas
    ? { ...replicas, extra: [] }
    : refuse(
        `profile ${profile.id} has no label that tells instances apart`,
        'Name the instance label in the profile, or add kube-state-metrics for ready replicas.'
      );
}

function fromLabel(context: QuestionContext, instance: string, extra: readonly string[]) {
  const { group, requests } = context.profile;
  const series = selector(requests.metric, scopedMatchers(context, requests.matchers));
  return aggregate('count', [...group, ...extra], aggregate('group', [...group, instance, ...extra], series));
}

function fromGauge(context: QuestionContext, { gauge, per }: InstanceGauge) {
  const { group } = context.profile;
  const rows = selector(gauge.metric, scopedMatchers(context, gauge.matchers));
  return per === undefined ? maxBy(group, rows) : sumBy(group, maxBy([...group, per], rows));
}
