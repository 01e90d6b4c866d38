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

function rowsOf(handler: EventsHandler, answer: FeedAnswer, range = RANGE) {
  const frame = handler.frame(answer, range);
  return Array.from({ length: frame.length }, (_, i) =>
    Object.fromEntries(frame.fields.map((f) => [f.name, f.values[i] as unknown]))
  );
}

describe('load tests', () => {
  const test = (change: Partial<LoadTestRecord> = {}): LoadTestRecord => ({
    id: '1',
    service: KEY,
    startedAt: NOW - HOUR,
    endedAt: null,
    outcome: 'measured',
    safeLimit: 260.123,
    version: 'v2',
    by: 'ada',
    note: null,
    ...change,
  });

  it('say what was found, by whom, with which version', () => {
    expect(rowsOf(loadTests, answerOf([CART], {}, { loadTests: [test()] }))).toMatchObject([
      {
        time: NOW - HOUR,
        timeEnd: null,
        service: 'shop/cart',
        title: 'Load test of shop/cart',
        text: 'measured: one instance carried 260.1 requests/s, version v2, by ada',
        tags: 'load test,P0,measured',
        value: 260.123,
      },
    ]);
  });

  it('have the display names by which Grafana finds the parts of an annotation', () => {
    const names = loadTests
      .frame(answerOf([CART], {}, { loadTests: [test()] }), RANGE)
      .fields.map((f) => (f.config.displayName ?? f.name).toLowerCase());
    expect(names).toEqual(expect.arrayContaining(['time', 'timeend', 'title', 'text', 'tags']));
  });

  it('have an end when it is known', () => {
    expect(
      rowsOf(
        loadTests,
        answerOf(
          [CART],
          {},
          { loadTests: [test({ endedAt: NOW, safeLimit: null, outcome: 'stopped', version: null, by: null })] }
        )
      )
    ).toMatchObject([{ timeEnd: NOW, text: 'stopped', value: null }]);
  });

  it('of services that were not chosen, or were deleted, are left out', () => {
    expect(rowsOf(loadTests, answerOf([CART], {}, { loadTests: [test({ service: 'other' })] }))).toEqual([]);
  });

  it('bring no markup into an annotation', () => {
    const [row] = rowsOf(
      loadTests,
      answerOf([CART], {}, { loadTests: [test({ note: '<img src=x onerror="alert(1)">' })] })
    );
    expect(row?.text).toContain('&lt;img src=x onerror=&quot;alert(1)&quot;&gt;');
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

  it('are none when no peak is known', () => {
    expect(rowsOf(newAths, answer([], [], peak(1, { at: null })))).toEqual([]);
  });
});
