import { DAY, HOUR, MINUTE } from '../../domain/base/Duration';
import { facts, NOW, peak } from '../../domain/capacity/serviceFacts.fixture';
import type { FeedAnswer } from '../../engine/datasource/FeedAnswer';
import type { LoadTestRecord } from '../../engine/datasource/LoadTestLog';
import { stateOf } from '../../engine/datasource/testing/stateOf';
import { answerOf, RANGE } from '../testing/answerOf';
import { loadTests } from './loadTests';
import { newAths } from './newAths';
import type { EventsHandler } from './QueryHandler';

const CART = facts();
const KEY = CART.service.key;

function rowsOf(handler: EventsHandler, answer: FeedAnswer, annotation = false) {
  const frame = handler.frame(answer, RANGE, { annotation });
  return Array.from({ length: frame.length }, (_, i) =>
    Object.fromEntries(frame.fields.map((f) => [f.name, f.values[i] as unknown]))
  );
}

const SCRIPT = '<img src=x onerror="alert(1)">';
const MARKUP = '&lt;img src=x onerror=&quot;alert(1)&quot;&gt;';

describe('load tests', () => {
  const test = (change: Partial<LoadTestRecord> = {}): LoadTestRecord => ({
    id: 'r1',
    service: KEY,
    run: 'r1',
    target: 'cart-1',
    startedAt: NOW - HOUR,
    endedAt: NOW - HOUR / 2,
    lastSeenAt: NOW - HOUR / 2,
    outcome: 'limit-found',
    detail: 'One instance carries 270 requests/s.',
    maxShare: 0.42,
    safeLimit: 260.123,
    version: 'v2',
    by: 'ada',
    ...change,
  });
  const rows = (change: Partial<LoadTestRecord> = {}, annotation = false) =>
    rowsOf(loadTests, answerOf([CART], {}, { loadTests: [test(change)] }), annotation);

  it('say how they ended, what was found, by whom, with which version, and where the report is', () => {
    expect(rows()).toEqual([
      {
        time: NOW - HOUR,
        timeEnd: NOW - HOUR / 2,
        service: 'shop/cart',
        title: 'Load test of shop/cart',
        text: 'Limit found: One instance carries 270 requests/s, safe limit 260.1 requests/s, version v2, by ada',
        tags: 'load test,P0,limit-found',
        value: 260.123,
        outcome: 'Limit found',
        share: 0.42,
        duration: 1800,
        target: 'cart-1',
        version: 'v2',
        by: 'ada',
        run: 'r1',
        report: 'report=r1',
        key: KEY,
      },
    ]);
  });

  it('carry units, names for people, and a link to the report', () => {
    const { fields } = loadTests.frame(answerOf([CART], {}, { loadTests: [test()] }), RANGE, { annotation: false });
    const config = new Map(fields.map((f) => [f.name, f.config]));
    expect(config.get('value')).toMatchObject({ displayName: 'One instance carries', unit: 'reqps' });
    expect(config.get('share')).toMatchObject({ displayName: 'Greatest share', unit: 'percentunit' });
    expect(config.get('duration')).toMatchObject({ displayName: 'Duration', unit: 's' });
    expect(config.get('outcome')?.links).toEqual([
      { title: 'Look at it', url: '/a/headroom-capacity-app/loadtests?${__data.fields.report:raw}' },
    ]);
  });

  it('have the display names by which Grafana finds the parts of an annotation', () => {
    const names = loadTests
      .frame(answerOf([CART], {}, { loadTests: [test()] }), RANGE, { annotation: true })
      .fields.map((f) => (f.config.displayName ?? f.name).toLowerCase());
    expect(names).toEqual(expect.arrayContaining(['time', 'timeend', 'title', 'text', 'tags']));
    expect(new Set(names).size).toBe(names.length);
  });

  it.each<[string, Partial<LoadTestRecord>, object]>([
    [
      'stopped before anything was known',
      { outcome: 'stopped-by-operator', detail: 'Stopped by bob.', safeLimit: null, version: null, by: null },
      { outcome: 'Stopped by an operator', text: 'Stopped by an operator: Stopped by bob', value: null },
    ],
    [
      'under way',
      { outcome: 'open', detail: null, endedAt: null, safeLimit: null, maxShare: null },
      { outcome: 'Not ended yet', timeEnd: null, duration: null, share: null, value: null, report: 'run=r1' },
    ],
    ['left by a driver that died', { outcome: 'no-end', endedAt: null }, { outcome: 'No end on record', timeEnd: null }],
    [
      'known by its benchmark only',
      { outcome: 'measured', run: null, detail: null, target: null },
      { outcome: 'Benchmark on record', report: `service=${new URLSearchParams({ k: KEY }).toString().slice(2)}` },
    ],
  ])('%s: what is not known is left empty', (_, change, expected) => {
    expect(rows(change)).toMatchObject([expected]);
  });

  it.each<[string, Partial<LoadTestRecord>, number | null]>([
    ['that ended: its end', {}, NOW - HOUR / 2],
    ['under way: now', { outcome: 'open', endedAt: null, lastSeenAt: NOW - 1000 }, NOW],
    ['without an end: when it was last heard of', { outcome: 'no-end', endedAt: null, lastSeenAt: NOW - 5000 }, NOW - 5000],
    ['known by its benchmark only: a moment', { outcome: 'measured', endedAt: null, lastSeenAt: NOW - HOUR }, null],
  ])('as an annotation, one %s', (_, change, until) => {
    expect(rows(change, true)).toMatchObject([{ time: NOW - HOUR, timeEnd: until }]);
  });

  it.each<[string, Partial<LoadTestRecord>, string]>([
    ['that ended: to its report', {}, '?report=r1">Open the report</a>'],
    ['under way: to the run', { outcome: 'open', endedAt: null }, '?run=r1">Look at the run</a>'],
    ['known by its benchmark only: to those of the service', { run: null, service: KEY }, '">Load tests of this service</a>'],
  ])('as an annotation, lead on, one %s', (_, change, end) => {
    const text = String(rows(change, true)[0]?.text);
    expect(text).toContain('<br /><a href="/a/headroom-capacity-app/loadtests?');
    expect(text.endsWith(end)).toBe(true);
  });

  it('of services that were not chosen, or were deleted, are left out', () => {
    expect(rows({ service: 'other' })).toEqual([]);
  });

  it('bring no markup into an annotation, and none of its escapes into a table', () => {
    expect(rows({ detail: SCRIPT }, true)[0]?.text).toContain(MARKUP);
    expect(rows({ detail: SCRIPT })[0]?.text).toContain(SCRIPT);
  });
});

describe('new all-time highs', () => {
  const published = (at: number, value: number, id = String(at)) => ({
    id,
    service: KEY,
    value,
    at,
    window: 5 * MINUTE,
    step: MINUTE,
    censored: false,
    by: 'ada',
  });
  const answer = (aths: Array<ReturnType<typeof published>>, voids: number[] = [], ath = peak(4100)) => {
    const service = facts({ ath });
    const context = {
      aths: new Map([[KEY, aths]]),
      voids: new Map([[KEY, voids.map((at) => ({ id: 'v', service: KEY, at, reason: 'test traffic', by: 'bob' }))]]),
    };
    return answerOf([service], {}, {}, stateOf([service], { context }));
  };

  it('are those within the range, newest first', () => {
    const aths = [published(NOW - 5 * HOUR, 10), published(NOW - HOUR, 20), published(NOW - 10 * DAY, 5)];
    expect(rowsOf(newAths, answer(aths))).toMatchObject([
      { time: NOW - HOUR, title: 'New all-time high of shop/cart', text: '20 requests/s, published by ada', value: 20 },
      { time: NOW - 5 * HOUR, value: 10 },
    ]);
  });

  it('leave out what somebody voided', () => {
    expect(rowsOf(newAths, answer([published(NOW - HOUR, 20)], [NOW - HOUR]))).toEqual([]);
  });

  it('include the one this browser found, over the span in which it lies', () => {
    const own = peak(4100, { at: NOW - HOUR, span: HOUR, censored: true });
    expect(rowsOf(newAths, answer([], [], own))).toMatchObject([
      { time: NOW - HOUR, timeEnd: NOW, text: 'at least 4100 requests/s' },
    ]);
  });

  it('are told once when several browsers published one', () => {
    expect(rowsOf(newAths, answer([published(NOW - HOUR, 20, 'a'), published(NOW - HOUR, 21, 'b')]))).toMatchObject([
      { value: 21 },
    ]);
  });

  it('bring no markup into an annotation', () => {
    const [row] = rowsOf(newAths, answer([{ ...published(NOW - HOUR, 20), by: SCRIPT }]), true);
    expect(row?.text).toContain(MARKUP);
  });

  it('are none when no peak is known', () => {
    expect(rowsOf(newAths, answer([], [], peak(1, { at: null })))).toEqual([]);
  });
});
