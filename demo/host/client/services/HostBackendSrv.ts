import { AppEvents, DataQueryErrorType, type EventBusExtended } from '@grafana/data';
import type { BackendSrv, BackendSrvRequest, FetchError, FetchResponse } from '@grafana/runtime';
import { defer, filter, lastValueFrom, type Observable, Subject, takeUntil, throwIfEmpty } from 'rxjs';
import { catchError, map, tap } from 'rxjs/operators';
import { fromFetch } from 'rxjs/fetch';
import { addressOf, contentOf, initOf, isDataQuery, isLocal } from './requestParts';

/** Grafana waits this long before it shows an error, so that a caller can mark it as handled. */
const ALERT_DELAY_MS = 50;

function withMessage(error: FetchError): FetchError<{ message: string; error?: string }> {
  const { data } = error;
  if (typeof data === 'string' && data !== '') {
    error.data = { message: data, error: error.statusText, response: data };
  } else if (!data) {
    error.data = { message: error.statusText || 'Unexpected error' };
  } else if (!data.message && typeof data.error === 'string') {
    error.data = { ...data, message: data.error };
  }
  return error;
}

function describe(response: Response, config: BackendSrvRequest) {
  const { status, statusText, ok, headers, redirected, type, url } = response;
  return { status, statusText, ok, headers, redirected, type, url, config };
}

async function* chunksOf(response: Response, head: ReturnType<typeof describe>) {
  const reader = response.body?.getReader();
  for (let chunk = await reader?.read(); chunk && !chunk.done; chunk = await reader?.read()) {
    yield { ...head, data: chunk.value };
  }
  yield { ...head, data: undefined };
}

/** The client plugins get from `getBackendSrv()`, with what they can see of Grafana's: answers, errors, alerts, cancelling. */
export class HostBackendSrv implements BackendSrv {
  private readonly started = new Subject<string>();
  private readonly events: EventBusExtended;
  private readonly orgId: number;

  constructor(events: EventBusExtended, orgId: number) {
    this.events = events;
    this.orgId = orgId;
  }

  fetch<T>(options: BackendSrvRequest): Observable<FetchResponse<T>> {
    return defer(() => {
      const { requestId } = options;
      if (requestId) {
        this.started.next(requestId);
      }
      return this.send<T>(options).pipe(
        takeUntil(this.started.pipe(filter((id) => requestId !== undefined && id === requestId))),
        throwIfEmpty(() => this.cancelled(options))
      );
    });
  }

  /** Emits each chunk of a long answer as it comes. */
  chunked(options: BackendSrvRequest): Observable<FetchResponse<Uint8Array | undefined>> {
    return defer(() =>
      fromFetch(addressOf(options), {
        ...initOf(options, this.orgId),
        selector: (response) => chunksOf(response, describe(response, options)),
      })
    );
  }

  async request<T = unknown>(options: BackendSrvRequest): Promise<T> {
    return (await lastValueFrom(this.fetch<T>(options))).data;
  }

  datasourceRequest<T = unknown>(options: BackendSrvRequest): Promise<FetchResponse<T>> {
    return lastValueFrom(this.fetch<T>(options));
  }

  get<T>(url: string, params?: BackendSrvRequest['params'], requestId?: string, options?: Partial<BackendSrvRequest>) {
    return this.request<T>({ ...options, method: 'GET', url, params, requestId });
  }

  delete<T = unknown>(url: string, data?: unknown, options?: Partial<BackendSrvRequest>) {
    return this.request<T>({ ...options, method: 'DELETE', url, data });
  }

  post<T>(url: string, data?: unknown, options?: Partial<BackendSrvRequest>) {
    return this.request<T>({ ...options, method: 'POST', url, data });
  }

  put<T>(url: string, data?: unknown, options?: Partial<BackendSrvRequest>) {
    return this.request<T>({ ...options, method: 'PUT', url, data });
  }

  patch<T>(url: string, data?: unknown, options?: Partial<BackendSrvRequest>) {
    return this.request<T>({ ...options, method: 'PATCH', url, data });
  }

  /** Unsubscribing aborts the request, also while its body is still being read. */
  private send<T>(options: BackendSrvRequest): Observable<FetchResponse<T>> {
    return fromFetch(addressOf(options), {
      ...initOf(options, this.orgId),
      selector: async (response) => ({
        ...describe(response, options),
        data: await contentOf<T>(response, options.responseType),
      }),
    }).pipe(
      map((response) => {
        if (!response.ok) {
          const { status, statusText, data } = response;
          throw { status, statusText, data, config: options };
        }
        return response;
      }),
      tap((response) => this.showSuccess(response)),
      catchError((error: FetchError) => {
        throw this.failed(withMessage(error), options);
      })
    );
  }

  private cancelled(config: BackendSrvRequest) {
    const type = DataQueryErrorType.Cancelled;
    return { type, cancelled: true, data: null, status: -1, statusText: 'Request was aborted', config };
  }

  private failed(error: FetchError<{ message: string }>, options: BackendSrvRequest) {
    setTimeout(() => {
      const wanted = options.showErrorAlert ?? !(isDataQuery(options.url) || !isLocal(options.url));
      if (wanted && !error.isHandled) {
        const long = error.data.message.length > 80;
        const [title, detail] = long ? ['Error', error.data.message] : [error.data.message, ''];
        this.events.emit(error.status < 500 ? AppEvents.alertWarning : AppEvents.alertError, [title, detail]);
      }
    }, ALERT_DELAY_MS);
    return error;
  }

  private showSuccess({ config, data }: FetchResponse<unknown>): void {
    const byDefault = config.method !== 'GET' && !isDataQuery(config.url) && isLocal(config.url);
    const told = typeof data === 'object' && data !== null && 'message' in data ? data.message : undefined;
    if ((config.showSuccessAlert ?? byDefault) && typeof told === 'string') {
      this.events.emit(AppEvents.alertSuccess, [told]);
    }
  }
}
