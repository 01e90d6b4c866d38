import fc from 'fast-check';
import { DAY } from '../../domain/base/Duration';
import type { LabelledSeries } from '../../ports/Metrics';
import { HistoryPage } from './HistoryPage';

const STEP = 10;
const row = (service: string, start: number, ...values: number[]): LabelledSeries => ({
  labels: { service, 'odd "label"': '\\\n{}' },
  series: { start, step: STEP, values: Float64Array.from(values) },
});
const valuesOf = (page: HistoryPage, from: number, to: number) =>
  Object.fromEntries(page.rowsIn({ from, to }).map(({ labels, series }) => [labels.service, [...series.values]]));

describe('HistoryPage', () => {
  it('takes the cell ending at a point, whichever end the grid grows at', () => {
    const page = new HistoryPage(STEP);
    page.cover([100, 120]);
    page.fold([row('a', 110, 1, 2)], 'replace');
    page.cover([80, 140]);
    page.fold([row('a', 90, 9), row('b', 130, 5, 6)], 'replace');
    expect(valuesOf(page, 80, 140)).toEqual({ a: [9, NaN, 1, 2, NaN, NaN], b: [NaN, NaN, NaN, NaN, 5, 6] });
  });

  it.each([
    ['max', [5, 7, 3]],
    ['replace', [4, 7, 3]],
  ] as const)('%s: a second reading meets the first', (rule, wanted) => {
    const page = new HistoryPage(STEP);
    page.cover([0, 30]);
    page.fold([row('a', 10, 5, 6, 3)], rule);
    page.fold([row('a', 10, 4, 7, NaN)], rule);
    expect(valuesOf(page, 0, 30)).toEqual({ a: [...wanted] });
  });

  it('leaves out rows without a value in the window', () => {
    const page = new HistoryPage(STEP);
    page.cover([0, 40]);
    page.fold([row('old', 10, 1), row('new', 40, 1)], 'replace');
    expect(Object.keys(valuesOf(page, 20, 40))).toEqual(['new']);
  });

  it('goes to the ledger and comes back the same, whatever was folded', () => {
    const rows = fc.array(
      fc.tuple(
        fc.string({ unit: 'binary' }),
        fc.integer({ min: 1, max: 6 }),
        fc.array(fc.double({ noDefaultInfinity: true }), { maxLength: 4 })
      )
    );
    fc.assert(
      fc.property(rows, (folded) => {
        const page = new HistoryPage(STEP);
        page.cover([0, 100]);
        page.fold(
          folded.map(([service, at, values]) => row(service, at * STEP, ...values)),
          'max'
        );
        page.markRead([[0, 40]]);
        const again = HistoryPage.from(page.toLedgerPage(5));
        expect(again.rowsIn({ from: 0, to: 100 })).toEqual(page.rowsIn({ from: 0, to: 100 }));
        expect([again.read, again.seenUntil]).toEqual([page.read, page.seenUntil]);
      })
    );
  });

  it('lets go of what is older than 400 days, unless it is asked for', () => {
    const now = 1000 * DAY;
    const page = new HistoryPage(DAY);
    page.cover([500 * DAY, now]);
    page.markRead([[500 * DAY, now]]);
    page.trim({ from: 550 * DAY, to: now }, now);
    expect(page.read).toEqual([[550 * DAY, now]]);
    page.trim({ from: 900 * DAY, to: now }, now);
    expect(page.toLedgerPage(now)).toMatchObject({ start: 601 * DAY, columns: 400, read: [[600 * DAY, now]] });
  });
});
