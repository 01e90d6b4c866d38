import { HttpError } from '../http/HttpError';
import { json } from '../http/HostReply';
import type { HostRequest } from '../http/HostRequest';
import { isJsonObject, type JsonObject, jsonBody } from '../http/jsonBody';
import type { Router } from '../http/Router';
import type { HostContext } from '../state/HostContext';
import { type QueryOutcome, runPromQuery } from './runPromQuery';
import { namedDataSource } from './visibleDataSources';

const uidOf = (query: JsonObject): string => {
  const ref = query.datasource;
  return isJsonObject(ref) ? String(ref.uid ?? '') : '';
};

const statusOf = (outcomes: readonly QueryOutcome[]): number =>
  outcomes.some(({ error }) => error !== undefined) ? 400 : 200;

/** A batch of queries. As in Grafana one that fails makes the whole answer a 400, with the results of the others in it. */
export function addQueryRoutes(router: Router, context: HostContext): void {
  router.on('POST', '/api/ds/query', async (request: HostRequest) => {
    const body = jsonBody(request);
    const queries = Array.isArray(body.queries) ? body.queries.filter(isJsonObject) : [];
    if (queries.length === 0) {
      throw new HttpError(400, 'No queries found', { statusCode: 400, messageId: 'query.noQueries' });
    }
    const window = { fromMs: Number(body.from), toMs: Number(body.to) };
    if (!Number.isFinite(window.fromMs) || !Number.isFinite(window.toMs)) {
      throw new HttpError(400, 'the stand-in host takes a time range in milliseconds only');
    }
    // Looked up first: a missing or forbidden data source refuses the batch as a whole.
    const sources = queries.map((query) => namedDataSource(context, { ...request, params: { uid: uidOf(query) } }));
    const outcomes = await Promise.all(
      queries.map((query, index) => {
        const source = sources[index];
        return source
          ? runPromQuery(source, query, window, context.options.upstreamTimeoutMs, request.signal)
          : { status: 404, error: 'Data source not found' };
      })
    );
    const results = Object.fromEntries(queries.map((query, index) => [String(query.refId), outcomes[index]]));
    return json({ results }, statusOf(outcomes));
  });
}
