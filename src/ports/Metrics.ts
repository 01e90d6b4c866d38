import type { Labels } from '../domain/base/Labels';
import type { RawSeries } from '../domain/guards/RawSample';
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
  /** From sending to the last byte. */
  readonly milliseconds: number;
  readonly bytes: number;
  /** Samples the server read, where it tells. */
  readonly samples: number | null;
  /** Samples it held at once, what `query.max-samples` limits; null or absent where it does not tell. */
  readonly peakSamples?: number | null;
  readonly warnings: readonly string[];
}

export interface Answer<T> {
  readonly data: T;
  readonly stats: QueryStats;
}

/** What a server tells about itself; null where it does not (Mimir, Thanos and others leave much out). */
export interface ServerFacts {
  readonly version: string | null;
  /** Milliseconds; null when unknown or bounded by size only. */
  readonly retention: number | null;
}

/** Reads one Prometheus-compatible data source. `source` is its uid. Times are epoch milliseconds. */
export interface Metrics {
  /** `at` null = the server's own now, which a wrong browser clock cannot shift. */
  instant(source: string, expr: string, at: number | null, signal: AbortSignal): Promise<Result<Answer<readonly LabelledValue[]>, QueryFailure>>;
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

/** Asks a server about itself. A server without the status API answers with nulls, not with a failure. */
export interface MetricsStatus {
  about(source: string, signal: AbortSignal): Promise<Result<ServerFacts, QueryFailure>>;
}

export interface RawRow {
  readonly labels: Labels;
  /** Ascending, with the timestamps of the scrapes. */
  readonly samples: RawSeries;
}

/** Reads samples as they were stored, for what must not be blurred by evaluation: `M[range]`. */
export interface RawMetrics {
  /**
   * @param expr a range vector selector
   * @param at end of the range; null = the server's own now
   */
  raw(source: string, expr: string, at: number | null, signal: AbortSignal): Promise<Result<Answer<readonly RawRow[]>, QueryFailure>>;
}
