import {
  DataSourceApi,
  LoadingState,
  type DataQueryRequest,
  type DataQueryResponse,
  type DataSourceInstanceSettings,
  type ScopedVars,
  type TestDataSourceResponse,
} from '@grafana/data';
import { combineLatest, lastValueFrom, map, of, type Observable } from 'rxjs';
import type { CapacityFeed } from '../engine/datasource/CapacityFeed';
import type { FeedAnswer, FeedRefusal } from '../engine/datasource/FeedAnswer';
import { namesRequest } from '../engine/datasource/namesRequest';
import { EVERYTHING } from '../engine/datasource/Selection';
import { annotationSupport } from './annotationSupport';
import { answerTarget, type TargetAnswer } from './answerTarget';
import { choicesOf, type Choices } from './choicesOf';
import { describeQuery } from './describeQuery';
import { expandVariables, type Templates } from './expandVariables';
import { health } from './health';
import type { HeadroomOptions } from './HeadroomOptions';
import type { HeadroomQuery } from './HeadroomQuery';
import { VariableSupport } from './VariableSupport';

/** Headroom as a data source: the figures of the pages as ordinary frames. Everything it returns completes. */
export class HeadroomDataSource extends DataSourceApi<HeadroomQuery, HeadroomOptions> {
  constructor(
    settings: DataSourceInstanceSettings<HeadroomOptions>,
    readonly feed: CapacityFeed,
    readonly templates: Templates,
    readonly now: () => number
  ) {
    super(settings);
    this.variables = new VariableSupport(this);
    this.annotations = annotationSupport;
  }

  override getDefaultQuery(): Partial<HeadroomQuery> {
    return { queryType: 'headroom' };
  }

  override filterQuery(query: HeadroomQuery): boolean {
    return !query.hide && Boolean(query.queryType);
  }

  override getQueryDisplayText(query: HeadroomQuery): string {
    return describeQuery(query);
  }

  override interpolateVariablesInQueries(queries: HeadroomQuery[], scopedVars: ScopedVars): HeadroomQuery[] {
    const expanded = (texts: string[] | undefined) => texts?.flatMap((text) => [...this.expand(text, scopedVars)]);
    return queries.map((query) => ({
      ...query,
      services: expanded(query.services),
      tiers: expanded(query.tiers),
      owners: expanded(query.owners),
    }));
  }

  override query(request: DataQueryRequest<HeadroomQuery>): Observable<DataQueryResponse> {
    const targets = request.targets.filter((target) => !target.hide);
    if (targets.length === 0) {
      return of({ data: [], state: LoadingState.Done });
    }
    const range = { from: request.range.from.valueOf(), to: request.range.to.valueOf() };
    const answers = targets.map((target) =>
      answerTarget(this.feed, target, range, (text) => this.expand(text, request.scopedVars))
    );
    return combineLatest(answers).pipe(map(packetOf));
  }

  override async testDatasource(): Promise<TestDataSourceResponse> {
    return health(await this.names());
  }

  /** What the query editor offers. */
  async choices(): Promise<Choices> {
    return choicesOf(await this.names(), this.templates.getVariables());
  }

  private names(): Promise<FeedAnswer | FeedRefusal> {
    return lastValueFrom(this.feed.watch(namesRequest(EVERYTHING, this.now())));
  }

  expand(text: string, scopedVars?: ScopedVars): readonly string[] {
    return expandVariables(this.templates, text, scopedVars);
  }
}

/** One packet of all targets: later ones replace it, the last one ends the query. */
function packetOf(answers: readonly TargetAnswer[]): DataQueryResponse {
  const errors = answers.flatMap(({ refId, error }) => (error === null ? [] : [{ refId, message: error }]));
  const done = answers.every((answer) => answer.done);
  return {
    key: 'headroom',
    data: answers.flatMap(({ frames }) => frames),
    ...(errors.length > 0 && { errors }),
    state: done ? (errors.length > 0 ? LoadingState.Error : LoadingState.Done) : LoadingState.Streaming,
  };
}
