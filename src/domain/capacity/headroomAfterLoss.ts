import { capacityOf } from './capacityOf';
import type { CapacityInputs } from './CapacityInputs';
import { growthThatFits } from './growthThatFits';
import { plainPeak } from './plainPeak';
import { survivors } from './survivors';

/**
 * Growth over the plain peak that still fits once a zone (or one instance) is gone, with the degraded reserve kept
 * free (0.1 = +10 %). Null when the policy asks nothing to be survived.
 * @throws RangeError naming a bad input
 */
export function headroomAfterLoss(inputs: CapacityInputs): number | null {
  if (inputs.survival.kind === 'none') {
    return null;
  }
  const left = survivors(inputs.deployed, inputs.survival);
  const capacity = capacityOf(left, { ...inputs, reserve: inputs.degradedReserve, survival: { kind: 'none' } });
  return growthThatFits(capacity, plainPeak(inputs));
}
