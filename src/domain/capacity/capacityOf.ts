import type { CapacityInputs } from './CapacityInputs';
import { checkCapacityInputs, checkInstances } from './checkCapacityInputs';
import { survivors } from './survivors';
import { tightestRate } from './instanceRates';

export type CapacityPolicy = Pick<CapacityInputs, 'skew' | 'reserve' | 'degradedReserve' | 'survival' | 'limits'>;

/**
 * Greatest demand d, requests/s, that n instances carry under the policy: `n >= base(d, r)` and
 * `survivors(n) >= base(d, r')`, before rounding up (design/product). 0 when nothing survives.
 * @throws RangeError naming a bad input
 */
export function capacityOf(n: number, policy: CapacityPolicy): number {
  checkCapacityInputs({ peakBasis: 0, burst: 1, eventFactor: 1, deployed: 0, ...policy });
  checkInstances(n);
  const perInstance = tightestRate(policy.limits) / policy.skew;
  const whole = n * perInstance * (1 - policy.reserve);
  const afterLoss = survivors(n, policy.survival) * perInstance * (1 - policy.degradedReserve);
  return Math.min(whole, afterLoss);
}
