import { ok, type Result } from '../../domain/base/Result';
import { jointQuestion, rowsOfPart } from '../../domain/promql/jointQuestion';
import type { Question } from '../../domain/promql/Question';
import type { Answer, LabelledValue, QueryFailure, QueryFailureKind } from '../../ports/Metrics';
import type { QueryLayer } from '../queries/QueryLayer';

type Outcome = Result<Answer<readonly LabelledValue[]>, QueryFailure>;

/** Asked apart these would fail alike. */
const ALL_ALIKE: readonly QueryFailureKind[] = ['unavailable', 'forbidden', 'not-found', 'budget'];

/** Answers of instant questions, in their order: one expression for all, and each alone where that is refused. */
export async function askTogether(layer: Pick<QueryLayer, 'now'>, source: string, questions: readonly Question[], signal: AbortSignal): Promise<readonly Outcome[]> {
  const alone = () => Promise.all(questions.map((q) => layer.now(source, q, signal)));
  if (questions.length < 2) {
    return alone();
  }
  const whole = await layer.now(source, jointQuestion(questions), signal);
  if (whole.ok) {
    return questions.map((q) => ok({ ...whole.value, data: rowsOfPart(whole.value.data, q) }));
  }
  return ALL_ALIKE.includes(whole.error.kind) ? questions.map(() => whole) : alone();
}
