import type { Observable } from 'rxjs';
import type { Result } from '../../domain/base/Result';
import type { TimeWindow } from '../../domain/base/TimeWindow';
import type { Question } from '../../domain/promql/Question';
import type { Answer, LabelledSeries, LabelledValue, QueryFailure } from '../../ports/Metrics';
import type { HistoryView } from './HistoryView';

/** Lower runs first. */
export type Priority = 'now' | 'page' | 'history' | 'background';

/** What the layer did, for the page footer, the budget and the benchmark. */
export interface QueryLayerStats {
  /** Requests sent, chunks counted one by one. */
  readonly queries: number;
  readonly samples: number;
  readonly bytes: number;
  /** Time servers took, summed over requests. */
  readonly milliseconds: number;
  /** Points that were taken from the ledger instead of a server. */
  readonly fromLedger: number;
  readonly inFlight: number;
  readonly waiting: number;
  /** Samples read today by this browser, over all tabs and sources. */
  readonly samplesToday: number;
}

/**
 * The backend-like query layer: dedupes, limits what is in flight, chunks, answers from the ledger.
 * Unsubscribing (or aborting) cancels; cancellation is never reported as a failure.
 */
export interface QueryLayer {
  /** Answer of an instant question, shared between callers within a few seconds. Rejects only with AbortError. */
  now(
    source: string,
    question: Question,
    signal: AbortSignal
  ): Promise<Result<Answer<readonly LabelledValue[]>, QueryFailure>>;
  /** History of a question over a window: ledger first, then the missing spans in aligned, adaptive chunks, newest first. Completes. */
  history(source: string, question: Question, window: TimeWindow, priority: Priority): Observable<HistoryView>;
  /** A range that is not kept (one service, one screen), chunked when it must be. */
  range(
    source: string,
    question: Question,
    window: TimeWindow,
    signal: AbortSignal
  ): Promise<Result<Answer<readonly LabelledSeries[]>, QueryFailure>>;
  /** Sources that did not answer are asked now instead of after their pause. */
  tryAgain(): void;
  readonly stats: Observable<QueryLayerStats>;
}
