import { capacityOf } from './capacityOf';
import type { CapacityInputs } from './CapacityInputs';
import { growthThatFits } from './growthThatFits';
import { plainPeak } from './plainPeak';

/**
 * capacity / Lb - 1: growth over the plain peak that fits (0.43 = +43 %).
 * @throws RangeError naming a bad input; a peak of 0 has no headroom to speak of
 */
export const headroom = (inputs: CapacityInputs): number =>
  growthThatFits(capacityOf(inputs.deployed, inputs), plainPeak(inputs));
