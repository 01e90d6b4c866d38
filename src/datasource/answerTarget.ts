import type { DataFrame } from '@grafana/data';
import { catchError, map, of, type Observable } from 'rxjs';
import type { TimeWindow } from '../domain/base/TimeWindow';
import type { CapacityFeed } from '../engine/datasource/CapacityFeed';
import type { FeedRequest } from '../engine/datasource/FeedAnswer';
import { formatOf, framesOf } from './frames/framesOf';
import { queryHandlers } from './handlers/queryHandlers';
import type { HeadroomQuery } from './HeadroomQuery';
import { readQuery, type Expand, type ReadyQuery } from './readQuery';

/** What one target of a request has been answered so far. */
export interface TargetAnswer {
  readonly refId: string;
  readonly frames: readonly DataFrame[];
  /** For a person; null = none. */
  readonly error: string | null;
  readonly done: boolean;
}

/** Answers one target; its failure is its own and leaves the others standing. Completes. */
export function answerTarget(
  feed: CapacityFeed,
  target: HeadroomQuery,
  range: TimeWindow,
  expand: Expand
): Observable<TargetAnswer> {
  const { refId } = target;
  const refused = (error: string): TargetAnswer => ({ refId, frames: [], error, done: true });
  const query = readQuery(target, expand);
  if (!query.ok) {
    return of(refused(query.error));
  }
  if (!(range.to > range.from)) {
    return of(refused('The time range is empty: choose one that ends after it begins.'));
  }
  return feed.watch(requestOf(query.value, range)).pipe(
    map((answer): TargetAnswer =>
      'refused' in answer
        ? refused(answer.refused)
        : { refId, frames: framesOf(query.value, answer, range), error: null, done: answer.done }
    ),
    catchError((error: unknown) =>
      of(refused(`Headroom could not answer: ${error instanceof Error ? error.message : String(error)}`))
    )
  );
}

function requestOf(query: ReadyQuery, range: TimeWindow): FeedRequest {
  const handler = queryHandlers[query.type];
  const lines = handler.kind === 'services' && formatOf(query, handler) === 'series';
  return {
    selection: query.selection,
    range,
    curves: lines ? handler.curves(query) : [],
    until: 'figures',
    loadTests: handler.kind === 'events' && handler.loadTests,
  };
}
