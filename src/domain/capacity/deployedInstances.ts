import { known, unknown, type Figure } from '../base/Figure';
import type { ServiceFacts } from './ServiceFacts';
import { writeNumber } from './writeNumber';

/**
 * Instances the service is judged at: the autoscaler's maximum where there is one (a service that scaled in at night is
 * not short), else ready instances: at least these while nobody can say whether it is autoscaled. A count that is not
 * whole (an average) is rounded down, which favours safety.
 * @param whatIf instances asked about, or undefined
 */
export function deployedInstances(facts: Pick<ServiceFacts, 'instances' | 'autoscaler' | 'autoscalerUnknown'>, whatIf?: number): Figure {
  if (whatIf !== undefined) {
    return known(whatIf, 'instances', 'declared', {
      origins: [{ kind: 'policy', text: `what if: ${whatIf} instances` }],
    });
  }
  const max = facts.autoscaler?.max ?? null;
  if (max !== null && max >= 0) {
    const ready = facts.instances.known ? `${writeNumber(facts.instances.value)} ready now` : 'ready now is not known';
    const lines = [`judged at the autoscaler's maximum: ${max} (${ready})`];
    return known(Math.floor(max), 'instances', 'measured', {
      ...facts.instances.evidence,
      origins: [{ kind: 'derived', lines }, ...facts.instances.evidence.origins],
    });
  }
  return readyInstances(facts);
}

function readyInstances({ instances, autoscalerUnknown }: Pick<ServiceFacts, 'instances' | 'autoscalerUnknown'>): Figure {
  if (instances.known && instances.value < 0) {
    return unknown(
      'instances',
      `the count of instances is ${instances.value}`,
      'check how the profile counts instances'
    );
  }
  const bound = autoscalerUnknown === undefined ? {} : { bound: 'at least' as const };
  return instances.known ? { ...instances, value: Math.floor(instances.value), ...bound } : instances;
}
