import type { Evidence, QueryOrigin } from '../../../domain/base/Evidence';
import { coverageOf, type Series } from '../../../domain/base/Series';
import type { Question } from '../../../domain/promql/Question';
import type { SourceContext } from '../../sources/SourceContext';
import type { HistoryAnswer, NowAnswer } from '../KpiState';

/** Evidence of a number out of an instant answer. */
export const nowEvidence = (source: SourceContext, question: Question, answer: NowAnswer): Evidence => ({
  origins: [fleetOrigin(source, question)],
  asOf: answer.at,
  window: { from: answer.at - question.lookback, to: answer.at },
  ...(answer.stale && { stale: true }),
  ...(answer.inPart && { notes: [answer.inPart.message] }),
});

/** Evidence of a number out of history; `series` is the service's own row. */
export function historyEvidence(source: SourceContext, question: Question, { view }: HistoryAnswer, series: Series | null): Evidence {
  const { window } = view;
  const step = question.step ?? 0;
  return {
    origins: [{ ...fleetOrigin(source, question), range: { ...window, step } }],
    window,
    ...(view.readAt !== null && { asOf: view.readAt }),
    ...(series && { coverage: coverageOf(series) }),
    ...(view.stale && { stale: true }),
    ...(!view.done && { partial: true }),
  };
}

/** What the fleet asked: one question for all services. */
export const fleetOrigin = (source: SourceContext, question: Question): QueryOrigin => ({
  kind: 'query',
  source: source.sourceUid,
  expr: question.expr,
  grouped: true,
});
