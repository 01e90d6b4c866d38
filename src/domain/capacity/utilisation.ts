import { capacityOf } from './capacityOf';
import type { CapacityInputs } from './CapacityInputs';
import { checkCapacityInputs } from './checkCapacityInputs';
import { plainPeak } from './plainPeak';

/**
 * Lb / capacity as a share; null when the deployed instances carry nothing (none is left after the loss).
 * @throws RangeError naming a bad input
 */
export function utilisation(inputs: CapacityInputs): number | null {
  checkCapacityInputs(inputs);
  const capacity = capacityOf(inputs.deployed, inputs);
  return capacity > 0 ? plainPeak(inputs) / capacity : null;
}
