import type { Series } from '../../domain/base/Series';
import { capacityOf } from '../../domain/capacity/capacityOf';
import type { Judgement } from '../../domain/capacity/Judgement';
import type { Autoscaler } from '../../domain/capacity/ServiceFacts';

/**
 * Demand the deployed instances carried at each moment under today's policy and limits. An autoscaled service is judged
 * at its maximum, so its line is the greater of what was ready and what the autoscaler may start.
 */
export function serviceCapacity(instances: Series | null, judgement: Judgement, autoscaler: Autoscaler | null): Series | null {
  const { inputs } = judgement;
  if (!instances || !inputs) {
    return null;
  }
  const most = autoscaler?.max ?? 0;
  const values = Float64Array.from(instances.values, (n) => (Number.isFinite(n) ? capacityOf(Math.max(Math.floor(n), most), inputs) : NaN));
  return { ...instances, values };
}
