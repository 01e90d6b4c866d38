import { decodeRecord } from './recordText';
import { parseRunRecord, runRecordTags, runRecordText, type RunRecord } from './runRecord';

const common = { schema: 1, run: 'r-1', seq: 0, service: '["prom","p","shop","checkout"]', at: 1, by: 'ed' } as const;
const records: RunRecord[] = [
  { ...common, event: 'start', pool: 'p', target: 'a:1', mode: 'limit', reason: 'weekly', plan: { steps: [500] } },
  { ...common, event: 'change', state: 'judging', step: 2, commandedBp: 1000, detail: 'raised', data: null },
  { ...common, event: 'end', outcome: 'stopped by guard', detail: 'CPU', report: { any: 1 } },
  { ...common, event: 'closed', detail: 'browser gone', report: null },
];

describe('run records', () => {
  it.each(records.map((r) => [r.event, r] as const))('%s comes back as it was written', (_, record) => {
    expect(parseRunRecord(decodeRecord(runRecordText(record)))).toEqual(record);
  });

  it.each([
    ['start', 'Load test of shop/checkout: started on a:1 by ed, weekly'],
    ['change', 'Load test of shop/checkout: judging, step 2, raised'],
    ['end', 'Load test of shop/checkout: stopped by guard, CPU'],
    ['closed', 'Load test of shop/checkout: closed by ed, browser gone'],
  ])('%s has a line for people', (event, line) => {
    const record = records.find((r) => r.event === event);
    expect(record && runRecordText(record).split('\n')[0]).toBe(line);
  });

  it.each<[string, unknown]>([
    ['nothing', null],
    ['another schema', { ...records[1], schema: 2 }],
    ['an unknown event', { ...common, event: 'explode' }],
    ['a run id that would break the tag', { ...records[1], run: 'a:b' }],
    ['a text without end', { ...records[1], detail: 'x'.repeat(501) }],
    ['half a basis point', { ...records[1], commandedBp: 0.5 }],
    ['a negative number of the record', { ...records[1], seq: -1 }],
  ])('refuses %s', (_, value) => expect(parseRunRecord(value)).toBeNull());

  it('has a tag for the run and, at the end, one for the verdict', () => {
    expect(records.map(runRecordTags)).toEqual([['run:r-1'], ['run:r-1'], ['run:r-1', 'verdict:stopped-by-guard'], ['run:r-1']]);
  });

  it('refuses to be longer than 8 KiB', () => {
    expect(() => runRecordText({ ...common, event: 'end', outcome: 'x', detail: '', report: 'x'.repeat(9000) })).toThrow(RangeError);
  });
});
