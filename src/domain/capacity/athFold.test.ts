import * as fc from 'fast-check';
import { DAY, MINUTE } from '../base/Duration';
import { athFold } from './athFold';
import { peakOfDay as peak } from './athPeak.fixture';
import { athOf, type Ath, type AthQuestion } from './athOf';
import { EMPTY_ATH_LEDGER, type AthPeak, type PeakVoid } from './AthPeak';

const QUESTION: AthQuestion = { window: 5 * MINUTE, step: 5 * MINUTE, oldestRetained: null };

function ath(peaks: readonly AthPeak[], voids: readonly PeakVoid[] = [], question: Partial<AthQuestion> = {}): Ath {
  const result = athOf(athFold(EMPTY_ATH_LEDGER, peaks, voids), { ...QUESTION, ...question });
  if (!result.known) {
    throw new Error(result.reason);
  }
  return result;
}

const arbitraryPeak: fc.Arbitrary<AthPeak> = fc
  .record({
    day: fc.integer({ min: 0, max: 6 }),
    value: fc.integer({ min: 0, max: 5 }).map((e) => 4 ** e),
    origin: fc.constantFrom('local' as const, 'published' as const, 'recorded' as const),
    step: fc.constantFrom(MINUTE, 5 * MINUTE),
    coverage: fc.constantFrom(null, 0.5, 1),
    secondView: fc.constantFrom(null, 10, 400),
    censored: fc.boolean(),
    source: fc.constantFrom('a', 'b'),
    capacityThen: fc.constantFrom(null, { instances: 3, limit: null }, { instances: null, limit: 80 }),
  })
  .map(({ day, value, ...rest }) => peak(day, value, rest));

const arbitraryVoid: fc.Arbitrary<PeakVoid> = fc.record({
  at: fc.integer({ min: 0, max: 6 }).map((day) => day * DAY + DAY / 2),
  reason: fc.constantFrom('load test', 'reset'),
  by: fc.constantFrom('ada', 'bob'),
});

const arbitraryPart = fc.record({
  peaks: fc.array(arbitraryPeak, { maxLength: 8 }),
  voids: fc.array(arbitraryVoid, { maxLength: 2 }),
});

describe('athFold', () => {
  it('does not depend on order or grouping, and folding twice changes nothing', () => {
    fc.assert(
      fc.property(arbitraryPart, arbitraryPart, arbitraryPart, (a, b, c) => {
        const fold = (...parts: Array<typeof a>) =>
          parts.reduce((ledger, part) => athFold(ledger, part.peaks, part.voids), EMPTY_ATH_LEDGER);
        const whole = fold(a, b, c);
        const merged = fold(b, c);
        expect(fold(c, a, b)).toEqual(whole);
        expect(athFold(fold(a), merged.peaks, merged.voids)).toEqual(whole);
        expect(athFold(whole, whole.peaks, whole.voids)).toEqual(whole);
        expect(fold(a, a, b, c, b)).toEqual(whole);
      }),
      { numRuns: 500 }
    );
  });

  it('is never lowered by a re-read with less data', () => {
    const whole = peak(3, 900, { coverage: 1, capacityThen: { instances: 12, limit: 100 } });
    const less = peak(3, 600, { coverage: 0.4, to: 3 * DAY + DAY / 2 });
    expect(ath([whole, less]).peak).toEqual(whole);
    expect(ath([less, whole]).peak).toEqual(whole);
  });

  it.each([
    [{ value: NaN }, 'invalid peak: NaN requests/s'],
    [{ value: -1 }, 'invalid peak: -1 requests/s'],
    [{ at: Infinity }, 'invalid peak: at Infinity'],
    [{ step: 0 }, 'step 0 ms'],
  ])('refuses %p by name', (change, message) => {
    expect(() => athFold(EMPTY_ATH_LEDGER, [peak(1, 1, change)])).toThrow(message);
  });
});
