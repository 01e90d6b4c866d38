import { getBackendSrv, type BackendSrvRequest } from '@grafana/runtime';
import { catchError, map, of, Subscription } from 'rxjs';
import { AbortError } from '../../ports/AbortError';

/** What came back, whatever it was. */
export interface GrafanaReply {
  /** 0 when nothing answered; `body` is then what went wrong. */
  readonly status: number;
  readonly body: string;
  /** The browser followed a redirect: whoever answered is not the one asked. */
  readonly redirected: boolean;
}

/**
 * One request over Grafana's own client, quiet and as text; every outcome is a reply. `retry` stays unset: Grafana's
 * client then renews a session after a 401 and sends once more, which is safe where a 401 means "not applied".
 * Unsubscribing aborts the request. @throws AbortError when cancelled, by the signal or by Grafana
 */
export const grafanaExchange = (request: BackendSrvRequest, signal: AbortSignal): Promise<GrafanaReply> =>
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
        .fetch<unknown>({ ...request, responseType: 'text', showErrorAlert: false, showSuccessAlert: false, validatePath: true })
        .pipe(
          map(({ status, data, redirected }): GrafanaReply => ({ status, body: textOf(data), redirected: redirected === true })),
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
function replyOfError(reason: unknown): GrafanaReply | null {
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
