import { DAY, HOUR } from '../../domain/base/Duration';
import type { Kpi } from '../../domain/promql/Question';
import type { HistoryAnswer, KpiState } from '../fleet/KpiState';
import { historyState, NOW, question, readingsOf, SHOP, TODAY_ENDS } from '../fleet/testing/readingsOf';
import { reachOf } from './reachOf';

type State = KpiState<HistoryAnswer>;
const THEN = Math.floor((NOW - 7 * DAY) / HOUR) * HOUR;
const failure = { kind: 'timeout' as const, message: 'took too long', status: 504, expr: 'x' };

const whole: Partial<Record<Kpi, State>> = {
  'daily-peak': historyState('daily-peak', { step: DAY, end: TODAY_ENDS, rows: [[SHOP, Array.from({ length: 20 }, () => 1)]] }),
  'hourly-demand': historyState('hourly-demand', { step: HOUR, end: NOW, rows: [[SHOP, Array.from({ length: 336 }, () => 1)]] }),
  'hourly-instances': historyState('hourly-instances', { step: HOUR, end: NOW, rows: [[SHOP, Array.from({ length: 336 }, () => 1)]] }),
};

/** With only these spans of it read. */
function partly(kpi: Kpi, read: ReadonlyArray<readonly [from: number, to: number]>, change: object = {}): State {
  const state = whole[kpi];
  if (state?.state !== 'read') {
    throw new RangeError(kpi);
  }
  const view = { ...state.answer.view, read: read.map(([from, to]) => ({ from, to })), done: false, ...change };
  return { ...state, answer: { ...state.answer, view } };
}

const FROM = TODAY_ENDS - 20 * DAY;

describe('reachOf', () => {
  it.each<readonly [string, Partial<Record<Kpi, State>>, string | null]>([
    ['all was read', {}, null],
    ['nothing was read', { 'daily-peak': { state: 'waiting' } }, 'history is being read'],
    ['a question failed', { 'hourly-instances': { state: 'failed', question: question('hourly-instances', HOUR), failure } }, 'history could not be read: took too long'],
    ['a profile that counts no instances still has peaks', { 'hourly-instances': { state: 'none', none: { kpi: 'hourly-instances', reason: 'no label', next: 'name one' } } }, null],
    ['peaks of the week are still being read', { 'daily-peak': partly('daily-peak', [[FROM, NOW - 6 * DAY]]) }, null],
    ['peaks of the time before are still being read', { 'daily-peak': partly('daily-peak', [[FROM + 5 * DAY, TODAY_ENDS]]) }, 'history is being read'],
    ['a gap was left by a failure', { 'daily-peak': partly('daily-peak', [[FROM, FROM + DAY], [FROM + 2 * DAY, TODAY_ENDS]], { done: true, failures: [failure] }) }, 'a part of history could not be read: took too long'],
    ['two spans that touch leave none', { 'daily-peak': partly('daily-peak', [[FROM, FROM + DAY], [FROM + DAY, TODAY_ENDS]]) }, null],
    ['the hour in question was not read', { 'hourly-demand': partly('hourly-demand', [[THEN, NOW]]) }, 'history is being read'],
    ['the hour in question was read', { 'hourly-demand': partly('hourly-demand', [[THEN - HOUR, NOW]]) }, null],
    [
      'the data source keeps less than a week',
      { 'daily-peak': historyState('daily-peak', { step: DAY, end: TODAY_ENDS, rows: [[SHOP, [...Array.from({ length: 15 }, () => NaN), 1, 1, 1]]] }) },
      'no samples of a week ago are kept by the data source',
    ],
  ])('%s', (_, change, reason) => {
    expect(reachOf(readingsOf({}, { ...whole, ...change }), THEN)).toEqual(reason === null ? { reaches: true } : { reaches: false, reason });
  });
});
