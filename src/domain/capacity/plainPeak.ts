import type { CapacityInputs } from './CapacityInputs';

/** Lb = L × b: the peak basis with its bursts, requests/s. */
export const plainPeak = (inputs: Pick<CapacityInputs, 'peakBasis' | 'burst'>): number =>
  inputs.peakBasis * inputs.burst;
