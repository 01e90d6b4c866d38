import { requireRole } from '../access/requireRole';
import { HttpError } from '../http/HttpError';
import { json } from '../http/HostReply';
import { isJsonObject, type JsonObject, jsonBody } from '../http/jsonBody';
import type { Router } from '../http/Router';
import { type DataSource, publicDataSource } from '../state/DataSource';
import type { HostContext } from '../state/HostContext';
import type { OrgState } from '../state/OrgState';
import { askDataSource } from './askDataSource';
import { upstreamUrl } from './upstreamRequest';
import { namedDataSource, visibleDataSources } from './visibleDataSources';

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

function toDataSource(command: JsonObject, before: DataSource): DataSource {
  const secrets = isJsonObject(command.secureJsonData) ? Object.entries(command.secureJsonData) : [];
  return {
    ...before,
    uid: text(command.uid) || before.uid,
    name: text(command.name) || before.name,
    type: text(command.type) || before.type,
    url: text(command.url),
    isDefault: command.isDefault === true,
    basicAuth: command.basicAuth === true,
    basicAuthUser: text(command.basicAuthUser),
    jsonData: isJsonObject(command.jsonData) ? command.jsonData : {},
    secureJsonData: {
      ...before.secureJsonData,
      ...Object.fromEntries(secrets.map(([key, value]) => [key, String(value)])),
    },
  };
}

function add(state: OrgState, command: JsonObject): DataSource {
  const id = state.nextId++;
  const blank = { name: '', type: '', url: '', isDefault: false, basicAuth: false, basicAuthUser: '', jsonData: {} };
  const source = toDataSource(command, { ...blank, id, uid: `stand-in-${id}`, secureJsonData: {}, readOnly: false });
  if (state.dataSources.some(({ name }) => name === source.name)) {
    throw new HttpError(409, 'data source with the same name already exists');
  }
  if (state.dataSources.some(({ uid }) => uid === source.uid)) {
    throw new HttpError(409, 'data source with the same uid already exists');
  }
  state.dataSources.push(source);
  return source;
}

export function addDataSourceRoutes(router: Router, context: HostContext): void {
  const { store } = context;
  router.on('GET', '/api/datasources', ({ user, orgId }) =>
    json(visibleDataSources(context, user, orgId).map((source) => publicDataSource(source, orgId)))
  );
  router.on('GET', '/api/datasources/uid/:uid', (request) =>
    json(publicDataSource(namedDataSource(context, request), request.orgId))
  );
  router.on('GET', '/api/datasources/name/:name', ({ params, user, orgId }) => {
    const source = visibleDataSources(context, user, orgId).find(({ name }) => name === params.name);
    return source ? json(publicDataSource(source, orgId)) : json({ message: 'Data source not found' }, 404);
  });
  router.on('POST', '/api/datasources', (request) => {
    requireRole(request.user, 'Admin', 'datasources:create');
    const command = jsonBody(request);
    const source = store.change(request.orgId, (state) => add(state, command));
    const shown = publicDataSource(source, request.orgId);
    return json({ datasource: shown, id: source.id, message: 'Datasource added', name: source.name });
  });
  router.on('PUT', '/api/datasources/uid/:uid', (request) => {
    requireRole(request.user, 'Admin', 'datasources:write');
    const before = namedDataSource(context, request);
    if (before.readOnly) {
      throw new HttpError(403, 'Cannot update read-only data source');
    }
    const after = toDataSource(jsonBody(request), before);
    store.change(request.orgId, (state) => {
      state.dataSources = state.dataSources.map((source) => (source.id === before.id ? after : source));
    });
    const shown = publicDataSource(after, request.orgId);
    return json({ datasource: shown, id: after.id, message: 'Datasource updated', name: after.name });
  });
  router.on('DELETE', '/api/datasources/uid/:uid', (request) => {
    requireRole(request.user, 'Admin', 'datasources:delete');
    const gone = namedDataSource(context, request);
    if (gone.readOnly) {
      throw new HttpError(403, 'Cannot delete read-only data source');
    }
    store.change(request.orgId, (state) => {
      state.dataSources = state.dataSources.filter((source) => source.id !== gone.id);
    });
    return json({ id: gone.id, message: 'Data source deleted' });
  });
  router.on('GET', '/api/datasources/uid/:uid/health', async (request) => {
    const source = namedDataSource(context, request);
    const url = upstreamUrl(source, 'api/v1/query', new URLSearchParams({ query: '1+1' }), true);
    const answer = await askDataSource(
      source,
      { url, method: 'GET' },
      context.options.upstreamTimeoutMs,
      request.signal
    );
    return answer.kind === 'answered' && answer.response.ok
      ? json({
          status: 'OK',
          message: 'Successfully queried the Prometheus API.',
          details: { application: 'Prometheus' },
        })
      : json({ status: 'ERROR', message: 'There was an error returned querying the Prometheus API.' }, 400);
  });
}
