import type { Question } from '../../domain/promql/Question';
import type { QueryFailure } from '../../ports/Metrics';
import type { Notice } from '../Notice';
import type { ServiceAnswers } from './ServiceAnswers';

/** One notice a question that failed, or of which a part is missing; the rest of the page stands. */
export function serviceNotices({ series, values }: ServiceAnswers): readonly Notice[] {
  return [...series.values(), ...values.values()].flatMap((answer) => {
    switch (answer.state) {
      case 'waiting':
      case 'none':
        return [];
      case 'failed':
        return [noticeOf('Could not read', answer.question, answer.failure)];
      case 'read':
        return answer.missing ? [noticeOf('A part could not be read', answer.question, answer.missing)] : [];
    }
  });
}

const noticeOf = (what: string, { kpi, doc }: Question, { message, expr }: QueryFailure): Notice => ({
  id: `service ${kpi}`,
  severity: 'warning',
  title: `${what}: ${doc}`,
  detail: message,
  next: 'The rest of the page stands. Refresh to read again.',
  expr,
});
