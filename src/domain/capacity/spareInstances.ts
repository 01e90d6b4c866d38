import type { CapacityInputs } from './CapacityInputs';
import { requiredInstances } from './requiredInstances';

/** deployed - required; negative = short by that many. */
export const spareInstances = (inputs: CapacityInputs): number => inputs.deployed - requiredInstances(inputs);
