import type { CapacityInputs } from './CapacityInputs';
import { plainPeak } from './plainPeak';

/** D = Lb × k: the demand the policy wants carried, requests/s. */
export const designDemand = (inputs: Pick<CapacityInputs, 'peakBasis' | 'burst' | 'eventFactor'>): number =>
  plainPeak(inputs) * inputs.eventFactor;
