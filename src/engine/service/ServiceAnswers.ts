import type { Evidence } from '../../domain/base/Evidence';
import type { Question, Kpi, NoQuestion } from '../../domain/promql/Question';
import type { LabelledSeries, LabelledValue, QueryFailure } from '../../ports/Metrics';

/** Answer of one question about the service. */
export type ServiceAnswer<Row> =
  | { readonly state: 'waiting' }
  | { readonly state: 'none'; readonly none: NoQuestion }
  | { readonly state: 'failed'; readonly question: Question; readonly failure: QueryFailure }
  | {
      readonly state: 'read';
      readonly question: Question;
      readonly rows: readonly Row[];
      readonly at: number;
      /** What of it could not be read: rows may have gaps, or be too few. */
      readonly missing?: QueryFailure;
    };

/** What was read for the service page so far. */
export interface ServiceAnswers {
  readonly series: ReadonlyMap<Kpi, ServiceAnswer<LabelledSeries>>;
  readonly values: ReadonlyMap<Kpi, ServiceAnswer<LabelledValue>>;
}

/** For the evidence of what was read: what is missing of it. */
export const missingNotes = ({ missing }: { readonly missing?: QueryFailure }): Pick<Evidence, 'notes'> => (missing ? { notes: [missing.message] } : {});

/** Rows of a series answer; empty until it was read. */
export function seriesRows(answers: ServiceAnswers, kpi: Kpi): readonly LabelledSeries[] {
  const answer = answers.series.get(kpi);
  return answer?.state === 'read' ? answer.rows : [];
}
