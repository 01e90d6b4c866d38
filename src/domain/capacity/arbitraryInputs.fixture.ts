import * as fc from 'fast-check';
import type { CapacityInputs, SurvivalRule } from './CapacityInputs';
import type { InstanceLimits } from './InstanceLimits';

const share = fc.double({ min: 0, max: 0.9, noNaN: true });
const positive = fc.double({ min: 1e-3, max: 1e6, noNaN: true });

export const arbitrarySurvival: fc.Arbitrary<SurvivalRule> = fc.oneof(
  fc.record({ kind: fc.constant('zone' as const), zones: fc.integer({ min: 2, max: 6 }) }),
  fc.constant({ kind: 'n+1' as const }),
  fc.constant({ kind: 'none' as const })
);

const arbitraryLimits: fc.Arbitrary<InstanceLimits> = fc
  .record(
    {
      benchmark: positive,
      concurrency: fc.record({ limit: positive, latencySeconds: fc.double({ min: 1e-3, max: 10, noNaN: true }) }),
      cpu: fc.record({
        cores: fc.double({ min: 0.1, max: 96, noNaN: true }),
        secondsPerRequest: fc.double({ min: 1e-4, max: 1, noNaN: true }),
      }),
    },
    { requiredKeys: [] }
  )
  .filter((l) => Object.keys(l).length > 0);

/** Any inputs the arithmetic accepts, demand above 0, at most some ten million instances required. */
export const arbitraryInputs: fc.Arbitrary<CapacityInputs> = fc.record({
  peakBasis: fc.double({ min: 1e-3, max: 1e6, noNaN: true }),
  burst: fc.double({ min: 1, max: 4, noNaN: true }),
  eventFactor: fc.double({ min: 0.5, max: 5, noNaN: true }),
  skew: fc.double({ min: 1, max: 3, noNaN: true }),
  reserve: share,
  degradedReserve: share,
  survival: arbitrarySurvival,
  limits: arbitraryLimits,
  deployed: fc.integer({ min: 0, max: 5000 }),
});
