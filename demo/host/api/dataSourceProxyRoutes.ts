import { HttpError } from '../http/HttpError';
import { type HostReply, json, message } from '../http/HostReply';
import type { HostRequest } from '../http/HostRequest';
import type { Router } from '../http/Router';
import type { HostContext } from '../state/HostContext';
import { askDataSource } from './askDataSource';
import type { Answer } from './askUpstream';
import { passOn } from './passOn';
import { upstreamUrl } from './upstreamRequest';
import { namedDataSource } from './visibleDataSources';

/** Paths Grafana's Prometheus data source lets a POST through to. */
const POSTABLE = ['api/v1/query', 'api/v1/query_range', 'api/v1/series', 'api/v1/labels', 'api/v1/query_exemplars'];

/** Resource calls run inside the data source's plugin; when that fails Grafana says so in these words, whatever the reason. */
const PLUGIN_FAILED = {
  statusCode: 500,
  messageId: 'plugin.requestFailureError',
  message: 'An error occurred within the plugin',
};

const NO_PLUGIN = new HttpError(500, 'Unable to load datasource meta data', { traceID: '' });
const NO_TARGET = new HttpError(404, 'Unable to find datasource', { traceID: '' });

function resourceReply(answer: Answer): HostReply {
  if (answer.kind === 'answered') {
    return passOn(answer.response);
  }
  return answer.kind === 'cancelled' ? message('Plugin request canceled', 499) : json(PLUGIN_FAILED, 500);
}

function proxyReply(answer: Answer): HostReply {
  if (answer.kind === 'answered') {
    // A 401 would make the browser log the user out of Grafana, so the proxy turns it into a 400.
    const reply = passOn(answer.response);
    return { ...reply, status: reply.status === 401 ? 400 : reply.status };
  }
  return { status: { unreachable: 502, timeout: 504, cancelled: 499 }[answer.kind] };
}

/** The two ways from a browser to a data source's own HTTP API. */
export function addDataSourceProxyRoutes(router: Router, context: HostContext): void {
  const { upstreamTimeoutMs } = context.options;

  const resource = async (request: HostRequest) => {
    const source = namedDataSource(context, request, NO_PLUGIN);
    const ask = {
      url: upstreamUrl(source, request.rest, request.query, true),
      method: request.method,
      body: new Uint8Array(request.body),
      // Whatever the browser called it, the Prometheus plugin posts forms.
      contentType: request.method === 'POST' ? 'application/x-www-form-urlencoded' : undefined,
    };
    return resourceReply(await askDataSource(source, ask, upstreamTimeoutMs, request.signal));
  };
  const proxy = async (request: HostRequest) => {
    const source = namedDataSource(context, request, NO_TARGET);
    const open = request.method === 'GET' || (request.method === 'POST' && POSTABLE.includes(request.rest));
    if (!open) {
      return message('non allow-listed POSTs not allowed on proxied Prometheus datasource', 403);
    }
    const ask = {
      url: upstreamUrl(source, request.rest, request.query, false),
      method: request.method,
      body: new Uint8Array(request.body),
      contentType: request.headers['content-type'],
    };
    return proxyReply(await askDataSource(source, ask, upstreamTimeoutMs, request.signal));
  };
  router.on('*', '/api/datasources/uid/:uid/resources/*', resource);
  router.on('*', '/api/datasources/proxy/uid/:uid/*', proxy);
}
