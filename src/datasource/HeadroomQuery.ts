import type { DataQuery } from '@grafana/schema';
import type { QueryType } from './QueryType';

/** `series`: a line for each service; `table`: a row for each service. */
export type Format = 'series' | 'table';

/** Span of a peak. */
export type PeakSpan = 'hour' | 'day' | 'ath';

/**
 * A query as dashboards keep it. `queryType` is always there: Explore ignores a query without a field of its own.
 * Lists hold names or template variables; an empty list asks for all.
 */
export interface HeadroomQuery extends DataQuery {
  queryType: QueryType;
  /** Services by `scope/name`, name or key. */
  services?: string[];
  tiers?: string[];
  owners?: string[];
  /** Unset = what suits the query type. */
  format?: Format;
  /** Of query type `peaks`. */
  peak?: PeakSpan;
  /** Set while an annotation is asked for, never saved: its texts are drawn as HTML. */
  annotation?: boolean;
}
