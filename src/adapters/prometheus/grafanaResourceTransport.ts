import type { BackendSrvRequest } from '@grafana/runtime';
import { grafanaExchange } from '../grafana/grafanaExchange';
import type { Transport, TransportRequest } from './Transport';

/**
 * Through the data source's resource path: raw Prometheus JSON, tenant headers and custom parameters applied, works for
 * a Viewer, and not queued behind dashboards.
 */
export const grafanaResourceTransport: Transport = async (request, signal) => {
  const { status, body } = await grafanaExchange(toBackendRequest(request), signal);
  return { status, body };
};

function toBackendRequest({ source, path, method, params }: TransportRequest): BackendSrvRequest {
  const url = `/api/datasources/uid/${encodeURIComponent(source)}/resources/${path}`;
  // Parameters stay out of the URL: `validatePath` looks for `..` in all of it, and `code=~"5.."` is no traversal.
  return method === 'GET'
    ? { url, method, params: { ...params } }
    : { url, method, data: new URLSearchParams(params).toString(), headers: { 'Content-Type': 'application/x-www-form-urlencoded' } };
}
