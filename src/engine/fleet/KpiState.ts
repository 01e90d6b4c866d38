import type { Labels } from '../../domain/base/Labels';
import type { Series } from '../../domain/base/Series';
import type { NoQuestion, Question } from '../../domain/promql/Question';
import type { LabelledValue, QueryFailure } from '../../ports/Metrics';
import type { HistoryView } from '../queries/HistoryView';

/** Rows of an answer by service: join key of the grouping labels. */
export type RowsByService<Row> = ReadonlyMap<string, readonly Row[]>;

export interface HistoryRow {
  readonly labels: Labels;
  readonly series: Series;
}

/** How far the reading of one KPI has come. */
export type KpiState<Answer> =
  | { readonly state: 'waiting' }
  /** This profile cannot answer it. */
  | { readonly state: 'none'; readonly none: NoQuestion }
  | { readonly state: 'failed'; readonly question: Question; readonly failure: QueryFailure }
  | { readonly state: 'read'; readonly question: Question; readonly answer: Answer };

/** Answer of an instant question. */
export interface NowAnswer {
  readonly rows: RowsByService<LabelledValue>;
  readonly at: number;
  /** True when a newer answer was asked for and failed. */
  readonly stale: boolean;
  /** Why, when it is stale. */
  readonly failure?: QueryFailure;
  /** What the source said when it left something out: counts and sums are then the least. */
  readonly inPart?: QueryFailure;
}

/** Answer, so far, of a history question. */
export interface HistoryAnswer {
  readonly rows: RowsByService<HistoryRow>;
  readonly view: HistoryView;
}
