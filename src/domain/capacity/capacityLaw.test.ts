import * as fc from 'fast-check';
import { arbitraryInputs } from './arbitraryInputs.fixture';
import { base } from './base';
import { inputs } from './capacityInputs.fixture';
import { capacityOf } from './capacityOf';
import type { CapacityInputs } from './CapacityInputs';
import { designDemand } from './designDemand';
import { eventMargin } from './eventMargin';
import { freeShare } from './freeShare';
import { headroom } from './headroom';
import { headroomAfterLoss } from './headroomAfterLoss';
import { marginProduct } from './marginProduct';
import { requiredInstances } from './requiredInstances';
import { spareInstances } from './spareInstances';
import { survivors } from './survivors';
import { utilisation } from './utilisation';

/** A peak that puts the margin within a few parts in 1e9 of 0 cannot be told apart by binary fractions. */
const atTheEdge = (given: CapacityInputs): boolean =>
  Math.abs(capacityOf(given.deployed, given) / designDemand(given) - 1) < 2e-9;

describe('the law of capacity', () => {
  it('event margin >= 0 exactly when spare >= 0, to within rounding at the edge itself', () => {
    fc.assert(
      fc.property(arbitraryInputs, (given) => {
        fc.pre(!atTheEdge(given));
        return eventMargin(given) >= 0 === spareInstances(given) >= 0;
      }),
      { numRuns: 2000 }
    );
  });

  it('holds at the edge too: the required instances have a margin, one fewer has none', () => {
    fc.assert(
      fc.property(arbitraryInputs, (given) => {
        const required = requiredInstances(given);
        const fits = eventMargin({ ...given, deployed: required }) >= 0;
        const tooFew = { ...given, deployed: required - 1 };
        return fits && (required === 0 || atTheEdge(tooFew) || eventMargin(tooFew) < 0);
      }),
      { numRuns: 2000 }
    );
  });

  it('rounding favours safety: instances that are called enough carry the demand to 1e-9', () => {
    fc.assert(
      fc.property(arbitraryInputs, (given) => {
        const deployed = requiredInstances(given);
        return capacityOf(deployed, given) >= designDemand(given) * (1 - 1.01e-9);
      })
    );
  });

  it('capacity is the greatest demand both conditions accept', () => {
    fc.assert(
      fc.property(arbitraryInputs, (given) => {
        const capacity = capacityOf(given.deployed, given);
        const accepts = (demand: number) =>
          given.deployed >= base(demand, given.reserve, given) &&
          survivors(given.deployed, given.survival) >= base(demand, given.degradedReserve, given);
        return accepts(capacity) && !accepts(capacity * 1.00001 + 1e-6);
      })
    );
  });

  it('more instances, a higher benchmark or a lower reserve never lower headroom', () => {
    const better = fc.record({
      instances: fc.integer({ min: 0, max: 500 }),
      benchmark: fc.double({ min: 1, max: 10, noNaN: true }),
      reserve: fc.double({ min: 0, max: 1, noNaN: true }),
    });
    fc.assert(
      fc.property(arbitraryInputs, better, (given, by) => {
        const before = headroom(given);
        const { benchmark } = given.limits;
        const changes: Array<Partial<CapacityInputs>> = [
          { deployed: given.deployed + by.instances },
          { reserve: given.reserve * by.reserve },
          { degradedReserve: given.degradedReserve * by.reserve },
          ...(benchmark === undefined ? [] : [{ limits: { ...given.limits, benchmark: benchmark * by.benchmark } }]),
        ];
        return changes.every((change) => headroom({ ...given, ...change }) >= before);
      })
    );
  });

  it('utilisation, free share and headroom tell one story', () => {
    fc.assert(
      fc.property(arbitraryInputs, (given) => {
        const used = utilisation(given);
        fc.pre(used !== null);
        expect(freeShare(given)).toBeCloseTo(1 - (used ?? NaN), 12);
        const growth = 1 / (used ?? NaN) - 1;
        expect(Math.abs(headroom(given) - growth)).toBeLessThan(2e-9 * Math.max(1, Math.abs(growth)));
      })
    );
  });
});

describe('headroom and its siblings, by hand', () => {
  // capacity = min(45 × 260 × 0.7, 30 × 260 × 0.85) = min(8190, 6630) = 6630; Lb = 4428; D = 6642.
  it('capacity and growths of the example', () => {
    const given = inputs();
    expect(capacityOf(45, given)).toBeCloseTo(6630, 9);
    expect(headroom(given)).toBeCloseTo(6630 / 4428 - 1, 12);
    expect(eventMargin(given)).toBeCloseTo(6630 / 6642 - 1, 12);
    expect(utilisation(given)).toBeCloseTo(4428 / 6630, 12);
    expect(headroomAfterLoss(given)).toBeCloseTo(6630 / 4428 - 1, 12);
    expect(spareInstances(given)).toBe(-2);
  });

  it('70 % used is 30 % free but 42.9 % growth', () => {
    const given = inputs({
      peakBasis: 7,
      burst: 1,
      limits: { benchmark: 10 },
      reserve: 0,
      degradedReserve: 0,
      survival: { kind: 'none' },
      deployed: 1,
    });
    expect([utilisation(given), freeShare(given)]).toEqual([0.7, expect.closeTo(0.3, 12)]);
    expect(headroom(given)).toBeCloseTo(0.429, 3);
  });

  it('growth after losing one of three zones at 70 % use is -4.8 … -6.7 %: it fails', () => {
    // 9 instances of 1, peak 6.3 (70 %): 6 left carry 6.
    const given = inputs({
      peakBasis: 6.3,
      burst: 1,
      limits: { benchmark: 1 },
      reserve: 0,
      degradedReserve: 0,
      deployed: 9,
    });
    expect(headroomAfterLoss(given)).toBeCloseTo(6 / 6.3 - 1, 12);
  });

  it('nothing to survive has no headroom after loss; nothing left has no utilisation', () => {
    expect(headroomAfterLoss(inputs({ survival: { kind: 'none' } }))).toBeNull();
    const lone = inputs({ survival: { kind: 'n+1' }, deployed: 1 });
    expect([utilisation(lone), freeShare(lone), headroom(lone)]).toEqual([null, null, -1]);
  });

  it('the margins of a P0 over three zones are 2.6 x the peak', () => {
    // 1.5 × max(1/0.7, 1.5/0.85) = 2.647.
    expect(marginProduct(inputs())).toBeCloseTo(2.647, 3);
    expect(marginProduct(inputs({ survival: { kind: 'none' } }))).toBeCloseTo(1.5 / 0.7, 9);
    expect(marginProduct(inputs({ survival: { kind: 'n+1' } }))).toBeCloseTo(1.5 / 0.7, 9);
    expect(marginProduct(inputs({ peakBasis: 1, survival: { kind: 'n+1' } }))).toBeCloseTo((1.5 * 2) / 0.85, 9);
  });

  it('a peak of 0 has no headroom', () => {
    expect(() => headroom(inputs({ peakBasis: 0 }))).toThrow('invalid demand: 0');
  });
});
