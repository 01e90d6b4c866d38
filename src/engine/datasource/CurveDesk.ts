import { SECOND } from '../../domain/base/Duration';
import { err, ok, type Result } from '../../domain/base/Result';
import type { TimeWindow } from '../../domain/base/TimeWindow';
import type { Question } from '../../domain/promql/Question';
import { AbortError } from '../../ports/AbortError';
import type { Clock } from '../../ports/Clock';
import type { LabelledSeries, QueryFailure } from '../../ports/Metrics';
import type { QueryLayer } from '../queries/QueryLayer';
import { RecentAnswers } from '../queries/RecentAnswers';
import { SharedWork } from '../queries/SharedWork';
import { answeredInPart } from '../queries/unusableAnswer';

/** Rows of a curve. */
export interface CurveRows {
  readonly rows: readonly LabelledSeries[];
  /** What of it could not be read: rows may have gaps, or be too few. Null = it is whole. */
  readonly missing: QueryFailure | null;
}

/** Panels of one dashboard refresh together: an answer is theirs for this long. */
const LASTS = 15 * SECOND;

/** Ranges of single services, asked once however many panels draw them. Peaks of hours come from the ledger. */
export class CurveDesk {
  private readonly work = new SharedWork<Result<CurveRows, QueryFailure>>();
  private readonly recent: RecentAnswers<CurveRows>;

  constructor(
    private readonly layer: QueryLayer,
    clock: Clock
  ) {
    this.recent = new RecentAnswers(clock, LASTS);
  }

  /** Rejects only with AbortError. */
  read(
    source: string,
    question: Question,
    window: TimeWindow,
    signal: AbortSignal
  ): Promise<Result<CurveRows, QueryFailure>> {
    const key = JSON.stringify([source, question.id, question.expr, question.step, window.from, window.to]);
    return this.recent.get(key, () =>
      this.work.join(key, signal, (shared) => this.ask(source, question, window, shared))
    );
  }

  private async ask(
    source: string,
    question: Question,
    window: TimeWindow,
    signal: AbortSignal
  ): Promise<Result<CurveRows, QueryFailure>> {
    if (question.kpi === 'service-hourly-peak') {
      return this.history(source, question, window, signal);
    }
    const answer = await this.layer.range(source, question, window, signal);
    return answer.ok ? ok({ rows: answer.value.data, missing: answeredInPart(answer.value, question.expr) }) : answer;
  }

  private history(
    source: string,
    question: Question,
    window: TimeWindow,
    signal: AbortSignal
  ): Promise<Result<CurveRows, QueryFailure>> {
    return new Promise((resolve, reject) => {
      let last: Result<CurveRows, QueryFailure> = ok({ rows: [], missing: null });
      const subscription = this.layer.history(source, question, window, 'page').subscribe({
        next: ({ rows, failures: [failure] }) => {
          last = failure && rows.length === 0 ? err(failure) : ok({ rows, missing: failure ?? null });
        },
        complete: () => resolve(last),
        error: reject,
      });
      signal.addEventListener('abort', () => {
        subscription.unsubscribe();
        reject(new AbortError());
      });
    });
  }
}
