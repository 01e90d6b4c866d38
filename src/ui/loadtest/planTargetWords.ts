import type { RampPlan } from '../../domain/ramp/Plan';
import { serviceName } from '../../domain/records/serviceName';

/** Whose traffic a plan moves: the instance, or the two of a comparison, with service and pool. */
export const planTargetWords = ({ target, pairedWith, service, pool }: Pick<RampPlan, 'target' | 'pairedWith' | 'service' | 'pool'>): string =>
  `${pairedWith === null ? target : `${target} and ${pairedWith}`} of ${serviceName(service)}, pool ${pool}`;
