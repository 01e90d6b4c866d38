import type { Labels } from '../domain/base/Labels';
import type { Result } from '../domain/base/Result';
import type { Series } from '../domain/base/Series';
import type { TimeWindow } from '../domain/base/TimeWindow';

export interface LabelledSeries {
  readonly labels: Labels;
  readonly series: Series;
}

export interface LabelledValue {
  readonly labels: Labels;
  readonly value: number;
  /** Evaluation time, epoch milliseconds. */
  readonly at: number;
}

/** Why a query gave no answer. Cancellation is not among them: it rejects with an AbortError. */
export type QueryFailureKind =
  | 'too-many-samples'
  | 'too-many-points'
  | 'timeout'
  | 'parse'
  | 'execution'
  | 'unavailable'
  | 'forbidden'
  | 'not-found'
  | 'bad-answer'
  | 'budget';

export interface QueryFailure {
  readonly kind: QueryFailureKind;
  /** What happened and the way out, for a person. */
  readonly message: string;
  /** HTTP status, 0 when none. */
  readonly status: number;
  readonly expr: string;
}

export interface QueryStats {
  readonly milliseconds: number;
  readonly bytes: number;
  /** Samples the server read, where it tells. */
  readonly samples: number | null;
  readonly warnings: readonly string[];
}

export interface Answer<T> {
  readonly data: T;
  readonly stats: QueryStats;
}

/** Reads one Prometheus-compatible data source. `source` is its uid. Times are epoch milliseconds. */
export interface Metrics {
  instant(source: string, expr: string, at: number, signal: AbortSignal): Promise<Result<Answer<readonly LabelledValue[]>, QueryFailure>>;
  /** Points stand at `window.from`, `+ step`, ... up to and including `window.to`. */
  range(
    source: string,
    expr: string,
    window: TimeWindow,
    step: number,
    signal: AbortSignal
  ): Promise<Result<Answer<readonly LabelledSeries[]>, QueryFailure>>;
  /** Names of metrics matching one anchored regular expression that have samples in the window. */
  metricNames(source: string, pattern: string, window: TimeWindow, signal: AbortSignal): Promise<Result<readonly string[], QueryFailure>>;
}
