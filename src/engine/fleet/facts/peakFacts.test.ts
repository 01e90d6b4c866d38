import { DAY, HOUR } from '../../../domain/base/Duration';
import { valueOf } from '../../../domain/base/Figure';
import { historyAnswer, historyState, NOW, readingsOf, SHOP, SHOP_KEY, TODAY_ENDS } from '../testing/readingsOf';
import { peakFacts } from './peakFacts';

const daily = (values: readonly number[], done = true) => historyState('daily-peak', { step: DAY, end: TODAY_ENDS, rows: [[SHOP, values]], done });
const dayStart = (daysAgo: number) => TODAY_ENDS - (daysAgo + 1) * DAY;
const published = (value: number, daysAgo: number) => ({
  id: 'p',
  service: 's',
  value,
  at: dayStart(daysAgo),
  window: 300_000,
  step: DAY,
  censored: false,
  by: 'mia',
});

describe('all-time high of a service', () => {
  it('is the greatest daily peak, with its day, its window and since when', () => {
    const { ath, firstSeen } = peakFacts(readingsOf({}, { 'daily-peak': daily([100, 250, 120, 90]) }), SHOP_KEY, [], [], NOW);
    expect(ath).toMatchObject({ at: dayStart(2), span: DAY, window: 300_000, since: dayStart(3), censored: false });
    expect(valueOf(ath.figure)).toBe(250);
    expect(firstSeen).toBe(dayStart(3));
  });

  it('is unknown with a reason while history is being read', () => {
    const { ath } = peakFacts(readingsOf({}), SHOP_KEY, [], [], NOW);
    expect(ath.figure).toMatchObject({ known: false, reason: 'history is being read' });
    expect(ath.at).toBeNull();
  });

  it('says "at least" when errors ran high at the peak', () => {
    const failing = historyState('daily-peak-while-failing', { step: DAY, end: TODAY_ENDS, rows: [[SHOP, [NaN, 249.9, NaN, 50]]] });
    const { ath } = peakFacts(readingsOf({}, { 'daily-peak': daily([100, 250, 120, 90]), 'daily-peak-while-failing': failing }), SHOP_KEY, [], [], NOW);
    expect(ath).toMatchObject({ censored: true, figure: { bound: 'at least' } });
  });

  it('is not censored by errors at a lower moment of that day', () => {
    const failing = historyState('daily-peak-while-failing', { step: DAY, end: TODAY_ENDS, rows: [[SHOP, [NaN, 180, NaN, NaN]]] });
    const { ath } = peakFacts(readingsOf({}, { 'daily-peak': daily([100, 250, 120, 90]), 'daily-peak-while-failing': failing }), SHOP_KEY, [], [], NOW);
    expect(ath.censored).toBe(false);
  });

  it('takes a greater published one, and names who published it', () => {
    const { ath, local } = peakFacts(readingsOf({}, { 'daily-peak': daily([100, 150]) }), SHOP_KEY, [published(400, 200)], [], NOW);
    expect(valueOf(ath.figure)).toBe(400);
    expect(ath.figure.evidence.notes).toContain('the all-time high was published by mia');
    expect(local).toBeNull();
  });

  it('falls back to the next one when a person voided the greatest', () => {
    const { ath } = peakFacts(
      readingsOf({}, { 'daily-peak': daily([100, 250, 120]) }),
      SHOP_KEY,
      [],
      [{ id: 'v', service: 's', at: dayStart(1), reason: 'bot storm', by: 'ed' }],
      NOW
    );
    expect(valueOf(ath.figure)).toBe(120);
    expect(ath.figure.evidence.notes).toContain('a peak was voided by ed: bot storm');
  });

  it('holds back a lone spike of more than three times, and names its day for a second look', () => {
    const { ath, pendingDays } = peakFacts(readingsOf({}, { 'daily-peak': daily([100, 100, 900, 100]) }), SHOP_KEY, [], [], NOW);
    expect(valueOf(ath.figure)).toBe(100);
    expect(pendingDays).toEqual([dayStart(1)]);
  });

  it('counts the spike once an hour of that day bears it out', () => {
    const hours = Array.from({ length: 24 }, (_, i) => (i === 20 ? 700 : 80));
    const looks = new Map([[dayStart(1), historyAnswer('hourly-demand', { step: HOUR, end: dayStart(0), rows: [[SHOP, hours]] })]]);
    const { ath, pendingDays } = peakFacts(readingsOf({}, { 'daily-peak': daily([100, 100, 900, 100]) }, looks), SHOP_KEY, [], [], NOW);
    expect([valueOf(ath.figure), pendingDays]).toEqual([900, []]);
  });

  it('does not hold coverage against a young service', () => {
    const { ath } = peakFacts(readingsOf({}, { 'daily-peak': daily([NaN, NaN, NaN, 100, NaN, 90]) }), SHOP_KEY, [], [], NOW);
    expect(ath.figure.evidence.coverage).toBeCloseTo(2 / 3);
  });

  it('marks what is not read yet as partial', () => {
    const { ath } = peakFacts(readingsOf({}, { 'daily-peak': daily([100, 90], false) }), SHOP_KEY, [], [], NOW);
    expect(ath.figure.evidence.partial).toBe(true);
  });

  it('needs three days for the third-highest peak', () => {
    const few = peakFacts(readingsOf({}, { 'daily-peak': daily([100, 90]) }), SHOP_KEY, [], [], NOW);
    expect(few.thirdPeak.figure).toMatchObject({ known: false, reason: expect.stringContaining('only 2 of the last 30 days') });
    const enough = peakFacts(readingsOf({}, { 'daily-peak': daily([100, 90, 130, 80]) }), SHOP_KEY, [], [], NOW);
    expect(valueOf(enough.thirdPeak.figure)).toBe(90);
  });
});
