import type { CapacityInputs } from './CapacityInputs';
import { utilisation } from './utilisation';

/** 1 - utilisation: share of the capacity that is free at the plain peak; negative when it is exceeded, null as there. */
export function freeShare(inputs: CapacityInputs): number | null {
  const used = utilisation(inputs);
  return used === null ? null : 1 - used;
}
