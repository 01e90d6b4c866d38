import type { CapacityInputs, SurvivalRule } from './CapacityInputs';
import { requiredInstances } from './requiredInstances';

/**
 * All margins of the policy as one factor over the peak: "2.6 x your ATH". Event factor times the greater of the two
 * things asked at once: the reserve, or the degraded reserve after the loss: `k × max(1 / (1 - r), f / (1 - r'))`,
 * with f = z / (z - 1), n / (n - 1) at the required n, or 1. Burst and skew are measured facts, not margins.
 * @throws RangeError naming a bad input
 */
export function marginProduct(inputs: CapacityInputs): number {
  const required = requiredInstances(inputs);
  const afterLoss = lossFactor(inputs.survival, required) / (1 - inputs.degradedReserve);
  return inputs.eventFactor * Math.max(1 / (1 - inputs.reserve), afterLoss);
}

function lossFactor(rule: SurvivalRule, required: number): number {
  switch (rule.kind) {
    case 'zone':
      return rule.zones / (rule.zones - 1);
    case 'n+1':
      return required > 1 ? required / (required - 1) : 1;
    case 'none':
      return 1;
  }
}
