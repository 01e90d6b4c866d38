import { DAY, MINUTE } from '../base/Duration';
import { athFold } from './athFold';
import { peakOfDay as peak } from './athPeak.fixture';
import { athOf, type Ath, type AthQuestion } from './athOf';
import { EMPTY_ATH_LEDGER, type AthPeak, type PeakVoid } from './AthPeak';

const QUESTION: AthQuestion = { window: 5 * MINUTE, step: 5 * MINUTE, oldestRetained: null };

const voidOf = (p: AthPeak, reason = 'load test'): PeakVoid => ({ at: p.at, reason, by: 'ada' });

function ath(peaks: readonly AthPeak[], voids: readonly PeakVoid[] = [], question: Partial<AthQuestion> = {}): Ath {
  const result = athOf(athFold(EMPTY_ATH_LEDGER, peaks, voids), { ...QUESTION, ...question });
  if (!result.known) {
    throw new Error(result.reason);
  }
  return result;
}

describe('athOf', () => {
  it('is the greatest peak, the earliest of equals, with the span covered', () => {
    const found = ath([peak(2, 700), peak(5, 900), peak(4, 900), peak(6, 100, { coverage: 0.5 })]);
    expect(found).toMatchObject({
      peak: { value: 900, at: 4.5 * DAY },
      since: 2 * DAY,
      until: 7 * DAY,
      coverage: 0.875,
      verifiable: true,
    });
  });

  it('keeps peaks of other windows and steps apart', () => {
    const finer = peak(5, 2000, { step: MINUTE });
    expect(ath([peak(2, 700), finer]).peak.value).toBe(700);
    expect(ath([peak(2, 700), finer], [], { step: MINUTE }).peak.value).toBe(2000);
  });

  it('keeps a peak older than the data, marked as no longer verifiable', () => {
    const found = ath([peak(2, 900), peak(50, 700)], [], { oldestRetained: 10 * DAY });
    expect([found.peak.value, found.verifiable]).toEqual([900, false]);
    expect(found.notes.join()).toContain('no longer verifiable');
  });

  it('says that a censored peak is a lower bound', () => {
    expect(ath([peak(2, 900, { censored: true })]).notes.join()).toContain('true demand was at least this');
  });

  it.each([
    ['alone', peak(5, 1000), 200, 1],
    ['seen again by a wider window', peak(5, 1000, { secondView: 700 }), 1000, 0],
    ['seen again, but not above three times the ATH', peak(5, 1000, { secondView: 550 }), 200, 1],
    ['exactly three times the ATH', peak(5, 600), 600, 0],
    ['accepted and published by another browser', peak(5, 1000, { origin: 'published' }), 1000, 0],
    ['of a recorded series', peak(5, 1000, { origin: 'recorded' }), 200, 1],
  ])('a peak far above the others, %s', (_, spike, value, pending) => {
    const found = ath([peak(1, 150), peak(2, 200), spike]);
    expect([found.peak.value, found.pending.length]).toEqual([value, pending]);
  });

  it('lets a service grow that starts small: two days are two views', () => {
    expect(ath([peak(1, 1), peak(2, 100)])).toMatchObject({ peak: { value: 1 }, pending: [{ value: 100 }] });
    expect(ath([peak(1, 1), peak(2, 100), peak(3, 110)])).toMatchObject({ peak: { value: 110 }, pending: [] });
  });

  it('a void takes away exactly that peak and falls back to the next', () => {
    const [second, best] = [peak(2, 800), peak(5, 900)];
    const found = ath([peak(1, 700), second, best], [voidOf(best)]);
    expect([found.peak.value, found.voided]).toEqual([800, [voidOf(best)]]);
    expect(found.notes.join()).toContain('voided by ada: load test');
    expect(ath([second, best], [{ ...voidOf(best), at: best.at + 1 }]).peak.value).toBe(900);
  });

  it('without any peak left it is unknown, with the reason', () => {
    const only = peak(1, 700);
    expect(athOf(EMPTY_ATH_LEDGER, QUESTION)).toMatchObject({ known: false, reason: 'no peak is known yet' });
    expect(athOf(athFold(EMPTY_ATH_LEDGER, [only], [voidOf(only)]), QUESTION)).toMatchObject({
      known: false,
      reason: 'every known peak was voided',
    });
  });

  it('a recorded series speaks for the days it covers, and the reader is told', () => {
    const local = peak(5, 1000);
    const recorded = peak(5, 900, { origin: 'recorded' });
    const found = ath([peak(1, 700), local, recorded]);
    expect(found.peak).toEqual(recorded);
    expect(found.notes).toEqual([
      'the all-time high comes from a recorded series',
      '1000 requests/s (local) does not count: the recorded series holds 900 requests/s for that day',
    ]);
    // A day it covers in part only stays with what was read.
    expect(ath([local, { ...recorded, coverage: 0.5 }]).peak).toEqual(local);
  });

  it('of equals at one moment the published outranks the local; otherwise the greater wins', () => {
    const published = peak(5, 900, { origin: 'published', source: 'bob', coverage: null });
    expect(ath([peak(5, 900), published]).peak.origin).toBe('published');
    expect(ath([peak(5, 900), published]).notes).toEqual(['the all-time high was published by bob']);
    expect(ath([peak(5, 950), published]).peak).toMatchObject({ value: 950, origin: 'local' });
  });
});
