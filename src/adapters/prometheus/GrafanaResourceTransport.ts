import { getBackendSrv, type BackendSrvRequest } from '@grafana/runtime';
import { catchError, map, of, Subscription } from 'rxjs';
import { AbortError } from '../../ports/AbortError';
import type { Transport, TransportReply, TransportRequest } from './Transport';

/**
 * Through the data source's resource path: raw Prometheus JSON, tenant headers and custom parameters applied, works for
 * a Viewer, and not queued behind dashboards. `retry` stays unset: Grafana renews a session older than ten minutes only
 * then. Unsubscribing aborts the request.
 */
export const grafanaResourceTransport: Transport = (request, signal) =>
  new Promise((resolve, reject) => {
    if (signal.aborted) {
      reject(new AbortError());
      return;
    }
    const running = new Subscription();
    const abort = () => {
      running.unsubscribe();
      reject(new AbortError());
    };
    signal.addEventListener('abort', abort, { once: true });
    running.add(() => signal.removeEventListener('abort', abort));
    running.add(
      getBackendSrv()
        .fetch<unknown>(toBackendRequest(request))
        .pipe(
          map(({ status, data }): TransportReply => ({ status, body: textOf(data) })),
          catchError((reason: unknown) => of(replyOfError(reason)))
        )
        .subscribe((reply) => {
          running.unsubscribe();
          if (reply) {
            resolve(reply);
          } else {
            reject(new AbortError());
          }
        })
    );
  });

function toBackendRequest({ source, path, method, params }: TransportRequest): BackendSrvRequest {
  const url = `/api/datasources/uid/${encodeURIComponent(source)}/resources/${path}`;
  const quiet = { responseType: 'text', showErrorAlert: false, showSuccessAlert: false, validatePath: true } as const;
  // Parameters stay out of the URL: `validatePath` looks for `..` in all of it, and `code=~"5.."` is no traversal.
  return method === 'GET'
    ? { ...quiet, url, method, params: { ...params } }
    : { ...quiet, url, method, data: new URLSearchParams(params).toString(), headers: { 'Content-Type': 'application/x-www-form-urlencoded' } };
}

/** Grafana wraps a body that is not JSON as `{ message, response }`; a request that got no answer has no status. Null = cancelled. */
function replyOfError(reason: unknown): TransportReply | null {
  const error = isRecord(reason) ? reason : {};
  if (error.cancelled === true || error.name === 'AbortError') {
    return null;
  }
  const status = typeof error.status === 'number' && error.status > 0 ? error.status : 0;
  const body =
    isRecord(error.data) && typeof error.data.response === 'string' ? error.data.response : textOf(error.data);
  const message = typeof error.message === 'string' ? error.message : '';
  return { status, body: body === '' ? message : body };
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

function textOf(data: unknown): string {
  if (typeof data === 'string') {
    return data;
  }
  return data === undefined || data === null ? '' : JSON.stringify(data);
}
