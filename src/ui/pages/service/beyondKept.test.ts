import { DAY } from '../../../domain/base/Duration';
import type { LedgerEntryView } from '../../../engine/service/ServiceView';
import { athBeyondKept, beyondKept } from './beyondKept';
import { FIXTURE_NOW, peakFixture, unknownPeakFixture } from './serviceFactsFixture';
import { seriesFixture } from './serviceSeriesFixture';

const daily = seriesFixture(30, DAY, () => 3200);
const entry = (more: Partial<LedgerEntryView> = {}): LedgerEntryView => ({
  at: FIXTURE_NOW - 120 * DAY,
  value: 4120,
  window: 300_000,
  censored: false,
  origin: 'published',
  by: 'grace',
  voided: null,
  ...more,
});

describe('beyondKept', () => {
  it.each([
    ['above what is kept', entry(), daily, 'the data kept now reaches only 3.20K req/s'],
    ['that is there', entry({ value: 3200 }), daily, null],
    ['equal up to rounding', entry({ value: 3210 }), daily, null],
    ['read by this browser', entry({ origin: 'this browser', by: null }), daily, null],
    ['voided', entry({ voided: { by: 'ada', reason: 'replay' } }), daily, null],
    ['while nobody knows what is kept', entry(), null, null],
    ['with no day of demand', entry(), seriesFixture(30, DAY, () => NaN), null],
  ])('of a high %s', (_, high, kept, words) => expect(beyondKept(high, kept)).toBe(words));
});

describe('athBeyondKept', () => {
  it('names who published it and its day', () => {
    const peaks = { ath: peakFixture(4120, 120 * DAY), daily, ledger: [entry()] };
    expect(athBeyondKept(peaks)).toBe(
      'published by grace for 2026-07-24; the data kept now reaches only 3.20K req/s'
    );
  });

  it.each([
    ['is not the published one', peakFixture(3200, DAY)],
    ['is not known', unknownPeakFixture('is being read')],
  ])('is silent when the high in use %s', (_, ath) => {
    expect(athBeyondKept({ ath, daily, ledger: [entry()] })).toBeNull();
  });
});
