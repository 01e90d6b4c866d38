import { base } from './base';
import type { CapacityInputs, SurvivalRule } from './CapacityInputs';
import { checkCapacityInputs } from './checkCapacityInputs';
import { designDemand } from './designDemand';
import { survivors } from './survivors';

/**
 * The least n with `n >= base(D, r)` and `survivors(n) >= base(D, r')` (design/product).
 * Survivors never fall as n grows, so the greater of the two least n's is the answer. 0 when there is no demand.
 * @throws RangeError naming a bad input
 */
export function requiredInstances(inputs: CapacityInputs): number {
  checkCapacityInputs(inputs);
  const demand = designDemand(inputs);
  const whole = base(demand, inputs.reserve, inputs);
  const afterLoss = base(demand, inputs.degradedReserve, inputs);
  return Math.max(whole, leastWithSurvivors(afterLoss, inputs.survival));
}

/** Least n of which `needed` survive. */
function leastWithSurvivors(needed: number, rule: SurvivalRule): number {
  switch (rule.kind) {
    case 'none':
      return needed;
    case 'n+1':
      return needed === 0 ? 0 : needed + 1;
    case 'zone': {
      // survivors(n) = floor(n (z-1) / z); start a step below the closed form so that division noise cannot overshoot.
      let n = Math.max(needed, Math.floor((needed * rule.zones) / (rule.zones - 1)) - 1);
      while (survivors(n, rule) < needed) {
        n += 1;
      }
      return n;
    }
  }
}
