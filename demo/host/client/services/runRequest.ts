import {
  type DataQueryRequest,
  type DataQueryResponse,
  type DataSourceApi,
  LoadingState,
  type PanelData,
  toDataFrame,
} from '@grafana/data';
import { toDataQueryError } from '@grafana/runtime';
import { from, map, type Observable, of, startWith } from 'rxjs';
import { catchError } from 'rxjs/operators';

const keyOf = ({ key, data }: DataQueryResponse): string => key ?? data[0]?.refId ?? 'A';

/** Packets under one key replace each other; everything held so far is one panel's data. */
function merge(
  packets: Map<string, DataQueryResponse>,
  packet: DataQueryResponse,
  request: DataQueryRequest
): PanelData {
  packets.set(keyOf(packet), packet);
  const all = [...packets.values()];
  const errors = all.flatMap(({ errors: several, error }) => several ?? (error ? [error] : []));
  const finished = packet.state ?? (errors.length > 0 ? LoadingState.Error : LoadingState.Done);
  return {
    state: finished,
    series: all.flatMap(({ data }) => data).map((frame) => toDataFrame(frame)),
    errors: errors.length > 0 ? errors : undefined,
    error: errors[0],
    request: { ...request, endTime: Date.now() },
    timeRange: request.range,
  };
}

/** Runs one request against a data source and follows it as panel data. */
export function runRequest(
  datasource: DataSourceApi,
  request: DataQueryRequest,
  queryFunction?: DataSourceApi['query']
): Observable<PanelData> {
  const started: DataQueryRequest = { ...request, startTime: Date.now() };
  const loading: PanelData = { state: LoadingState.Loading, series: [], request: started, timeRange: request.range };
  const packets = new Map<string, DataQueryResponse>();
  if (request.targets.length === 0) {
    return of({ ...loading, state: LoadingState.Done });
  }
  const query = queryFunction ?? datasource.query.bind(datasource);
  return from(query(started)).pipe(
    map((packet) => merge(packets, packet, started)),
    catchError((error: unknown) => of({ ...loading, state: LoadingState.Error, error: toDataQueryError(error) })),
    startWith(loading)
  );
}
