import { capacityOf } from './capacityOf';
import type { CapacityInputs } from './CapacityInputs';
import { designDemand } from './designDemand';
import { growthThatFits } from './growthThatFits';

/**
 * capacity / D - 1: what is left over the design demand. 0 or more exactly when spare instances are.
 * @throws RangeError naming a bad input; a peak of 0 has no margin
 */
export const eventMargin = (inputs: CapacityInputs): number =>
  growthThatFits(capacityOf(inputs.deployed, inputs), designDemand(inputs));
