import { HOUR } from '../../domain/base/Duration';
import type { QueryFailure } from '../../ports/Metrics';
import type { HistoryView } from '../queries/HistoryView';
import type { KpiState, HistoryAnswer, NowAnswer } from './KpiState';
import { readingNotices } from './readingNotices';
import { historyAnswer, NOW, nowState, question, readingsOf, SHOP } from './testing/readingsOf';

const failure = (kind: QueryFailure['kind']): QueryFailure => ({ kind, message: `it was ${kind}`, status: 504, expr: 'sum(x)' });

function hourly(change: Partial<HistoryView>): KpiState<HistoryAnswer> {
  const answer = historyAnswer('hourly-demand', { step: HOUR, end: NOW, rows: [[SHOP, [1, 2]]], done: change.done ?? false });
  return { state: 'read', question: question('hourly-demand', HOUR), answer: { ...answer, view: { ...answer.view, ...change } } };
}

const titles = (history: Parameters<typeof readingsOf>[1]) => readingNotices([readingsOf({}, history)]).map((n) => `${n.severity}: ${n.title}`);

describe('notices about reading', () => {
  it('says while a history goes on in smaller pieces after a timeout', () => {
    const slow = hourly({ slowed: failure('timeout') });
    expect(readingNotices([readingsOf({}, { 'hourly-demand': slow })])).toEqual([
      expect.objectContaining({ severity: 'info', title: 'Prometheus is slow', detail: 'it was timeout', expr: 'sum(x)', next: expect.stringContaining('smaller pieces') }),
    ]);
  });

  it('is silent once a piece was answered', () => {
    expect(titles({ 'hourly-demand': hourly({}) })).toEqual([]);
  });

  it('says it once for a source, however many questions are slow', () => {
    const slow = hourly({ slowed: failure('timeout') });
    expect(titles({ 'hourly-demand': slow, 'hourly-cores': slow })).toEqual(['info: Prometheus is slow']);
  });

  it('says once that a source answered in part, and what that means', () => {
    const inPart = { ...failure('execution'), message: 'Answered in part' };
    const partly = (kpi: 'instances-now' | 'demand-now'): KpiState<NowAnswer> => {
      const state = nowState(kpi, [[SHOP, 1]]);
      return state.state === 'read' ? { ...state, answer: { ...state.answer, inPart } } : state;
    };
    const readings = readingsOf({ 'demand-now': partly('demand-now'), 'instances-now': partly('instances-now') });
    expect(readingNotices([readings])).toEqual([
      expect.objectContaining({ severity: 'warning', title: 'Prometheus answered in part', detail: 'Answered in part', next: expect.stringContaining('at least') }),
    ]);
  });

  it('says what failed instead, where a question has given up for the same reason', () => {
    const given = hourly({ done: true, failures: [failure('timeout')] });
    expect(titles({ 'hourly-demand': hourly({ slowed: failure('timeout') }), 'hourly-cores': given })).toEqual(['warning: Prometheus: a query failed']);
  });
});
