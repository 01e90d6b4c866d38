import type { CapacityInputs } from './CapacityInputs';

/** 4100 requests/s at peak, 260 an instance, three zones, P0 margins; for tests. */
export const EXAMPLE: CapacityInputs = {
  peakBasis: 4100,
  burst: 1.08,
  eventFactor: 1.5,
  skew: 1,
  reserve: 0.3,
  degradedReserve: 0.15,
  survival: { kind: 'zone', zones: 3 },
  limits: { benchmark: 260 },
  deployed: 45,
};

export const inputs = (change: Partial<CapacityInputs> = {}): CapacityInputs => ({ ...EXAMPLE, ...change });
