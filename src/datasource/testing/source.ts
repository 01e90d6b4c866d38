import {
  dateTime,
  type DataFrame,
  type DataQueryRequest,
  type DataQueryResponse,
  type DataSourceInstanceSettings,
} from '@grafana/data';
import { lastValueFrom, type Observable } from 'rxjs';
import { NOW } from '../../domain/capacity/serviceFacts.fixture';
import type { FeedAnswer, FeedRefusal, FeedRequest } from '../../engine/datasource/FeedAnswer';
import { HeadroomDataSource } from '../HeadroomDataSource';
import type { HeadroomOptions } from '../HeadroomOptions';
import type { HeadroomQuery } from '../HeadroomQuery';
import { RANGE } from './answerOf';

const settings = {
  id: 1,
  uid: 'headroom',
  type: 'headroom-capacity-datasource',
  name: 'Headroom',
  jsonData: {},
} as DataSourceInstanceSettings<HeadroomOptions>;

export function source(answer: (request: FeedRequest) => Observable<FeedAnswer | FeedRefusal>) {
  const asked: FeedRequest[] = [];
  const feed = {
    watch: (request: FeedRequest) => {
      asked.push(request);
      return answer(request);
    },
  };
  const replace = (text: string, _: unknown, format?: (v: unknown) => string) =>
    text === '$service' ? (format?.(['shop/cart', 'fine']) ?? '') : text;
  return {
    asked,
    ds: new HeadroomDataSource(settings, feed, { replace, getVariables: () => [{ name: 'service' }] }, () => NOW),
  };
}

export const request = (targets: Array<Partial<HeadroomQuery>>, range = RANGE) =>
  ({
    requestId: 'r',
    targets: targets.map((t, i) => ({ refId: String.fromCharCode(65 + i), ...t })),
    range: { from: dateTime(range.from), to: dateTime(range.to), raw: { from: 'now-6h', to: 'now' } },
    scopedVars: {},
  }) as DataQueryRequest<HeadroomQuery>;

export const last = (response: Observable<DataQueryResponse>) => lastValueFrom(response);
export const framesIn = (response: DataQueryResponse) => response.data as DataFrame[];
