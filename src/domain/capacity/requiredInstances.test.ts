import * as fc from 'fast-check';
import { arbitraryInputs } from './arbitraryInputs.fixture';
import { base } from './base';
import { inputs } from './capacityInputs.fixture';
import { designDemand } from './designDemand';
import { requiredInstances } from './requiredInstances';
import { survivors } from './survivors';

describe('requiredInstances', () => {
  // Worked by hand from design/product, "Capacity arithmetic, exactly".
  it.each([
    // D = 4100 × 1.08 × 1.5 = 6642; base = ceil(6642/182) = 37; after loss ceil(6642/221) = 31; floor(2n/3) >= 31 → 47.
    ['one zone of three', {}, 47],
    // ceil(n/2) lost: floor(n/2) >= 31 → 62.
    ['one zone of two', { survival: { kind: 'zone', zones: 2 } }, 62],
    ['N+1: the reserve binds', { survival: { kind: 'n+1' } }, 37],
    ['N+1: the loss binds', { survival: { kind: 'n+1' }, degradedReserve: 0.3 }, 38],
    ['nothing to survive', { survival: { kind: 'none' } }, 37],
    // 6642 × 1.2 = 7970.4; /182 = 43.8 → 44; /221 = 36.07 → 37; floor(2n/3) >= 37 → 56.
    ['skew 1.2', { skew: 1.2 }, 56],
    [
      'plain peak, no margins',
      { eventFactor: 1, burst: 1, reserve: 0, degradedReserve: 0, survival: { kind: 'none' } },
      16,
    ],
    // Little: 6642 × 0.4 / (64 × 0.7) = 59.3 → 60; /(64 × 0.85) = 48.8 → 49; floor(2n/3) >= 49 → 74.
    ['concurrency binds', { limits: { benchmark: 260, concurrency: { limit: 64, latencySeconds: 0.4 } } }, 74],
    // 6642 × 0.02 / (4 × 0.7) = 47.4 → 48; /(4 × 0.85) = 39.07 → 40; floor(2n/3) >= 40 → 60.
    ['CPU binds', { limits: { cpu: { cores: 4, secondsPerRequest: 0.02 } } }, 60],
    ['no demand', { peakBasis: 0 }, 0],
    ['no demand, N+1', { peakBasis: 0, survival: { kind: 'n+1' } }, 0],
  ] as const)('%s', (_, change, required) => {
    expect(requiredInstances(inputs(change))).toBe(required);
  });

  it('does not buy an instance for binary noise', () => {
    const plain = { burst: 1, eventFactor: 1, survival: { kind: 'none' } as const, degradedReserve: 0 };
    // 0.7 × 10 is 7 and 2.1 / 0.7 is 3.0000000000000004.
    expect(requiredInstances(inputs({ ...plain, peakBasis: 7, limits: { benchmark: 10 }, reserve: 0.3 }))).toBe(1);
    expect(requiredInstances(inputs({ ...plain, peakBasis: 2.1, limits: { benchmark: 0.7 }, reserve: 0 }))).toBe(3);
    expect(requiredInstances(inputs({ ...plain, peakBasis: 7.001, limits: { benchmark: 10 }, reserve: 0.3 }))).toBe(2);
  });

  it('is the least n that meets both conditions', () => {
    fc.assert(
      fc.property(arbitraryInputs, (given) => {
        const demand = designDemand(given);
        const holds = (n: number) =>
          n >= base(demand, given.reserve, given) &&
          survivors(n, given.survival) >= base(demand, given.degradedReserve, given);
        const n = requiredInstances(given);
        return holds(n) && (n === 0 || !holds(n - 1));
      })
    );
  });

  it('never falls with more demand, skew, reserve or event factor', () => {
    const grow = fc.double({ min: 1, max: 3, noNaN: true });
    fc.assert(
      fc.property(arbitraryInputs, grow, (given, by) => {
        const n = requiredInstances(given);
        const worse = [
          { peakBasis: given.peakBasis * by },
          { skew: given.skew * by },
          { eventFactor: given.eventFactor * by },
          { reserve: 1 - (1 - given.reserve) / by },
          { degradedReserve: 1 - (1 - given.degradedReserve) / by },
        ];
        return worse.every((change) => requiredInstances({ ...given, ...change }) >= n);
      })
    );
  });

  it.each([
    ['a negative peak', { peakBasis: -1 }, 'invalid peak basis: -1'],
    ['a peak that is NaN', { peakBasis: NaN }, 'invalid peak basis: NaN'],
    ['a burst below 1', { burst: 0.9 }, 'invalid burst: 0.9'],
    ['an event factor of 0', { eventFactor: 0 }, 'invalid event factor: 0'],
    ['a skew below 1', { skew: 0.5 }, 'invalid skew: 0.5'],
    ['a reserve of 1', { reserve: 1 }, 'invalid reserve: 1'],
    ['a negative degraded reserve', { degradedReserve: -0.1 }, 'invalid degraded reserve: -0.1'],
    ['one zone', { survival: { kind: 'zone', zones: 1 } }, 'invalid number of zones: 1'],
    ['no limit', { limits: {} }, 'invalid instance limits: none is known'],
    ['a benchmark of 0', { limits: { benchmark: 0 } }, 'invalid benchmark: 0'],
    ['a benchmark that is NaN', { limits: { benchmark: NaN } }, 'invalid benchmark: NaN'],
    ['a latency of 0', { limits: { concurrency: { limit: 1, latencySeconds: 0 } } }, 'invalid latency at load: 0'],
    ['half an instance', { deployed: 2.5 }, 'invalid number of instances: 2.5'],
  ] as const)('refuses %s by name', (_, change, message) => {
    expect(() => requiredInstances(inputs(change))).toThrow(message);
  });
});
