import { getBackendSrv } from '@grafana/runtime';
import { catchError, map, of, Subscription } from 'rxjs';
import { AbortError } from '../../ports/AbortError';
import { APP_ID } from '../grafana/APP_ID';
import type { RoutingReply, RoutingTransport } from './RoutingTransport';

/**
 * Through the app's proxy routes, which put the bearer token in. `retry` stays unset: Grafana's client then renews a
 * session after a 401 and sends once more, which is safe because a 401 means "not applied".
 */
export const grafanaRoutingTransport: RoutingTransport = ({ method, path, query, headers, body }, signal) =>
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
        .fetch<unknown>({
          url: `/api/plugin-proxy/${APP_ID}/${path}`,
          method,
          params: { ...query },
          headers: { ...headers },
          ...(body !== undefined && { data: body }),
          responseType: 'text',
          showErrorAlert: false,
          showSuccessAlert: false,
          validatePath: true,
        })
        .pipe(
          map(({ status, data, redirected }): RoutingReply => ({ status, body: textOf(data), redirected: redirected === true })),
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

/** Grafana wraps a body that is not JSON as `{ message, response }`; a request that got no answer has no status. Null = cancelled. */
function replyOfError(reason: unknown): RoutingReply | null {
  const error = isRecord(reason) ? reason : {};
  if (error.cancelled === true || error.name === 'AbortError') {
    return null;
  }
  const status = typeof error.status === 'number' && error.status > 0 ? error.status : 0;
  const body = isRecord(error.data) && typeof error.data.response === 'string' ? error.data.response : textOf(error.data);
  const message = typeof error.message === 'string' ? error.message : '';
  return { status, body: body === '' ? message : body, redirected: error.redirected === true };
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

function textOf(data: unknown): string {
  if (typeof data === 'string') {
    return data;
  }
  return data === undefined || data === null ? '' : JSON.stringify(data);
}
