import type { BackendSrvRequest } from '@grafana/runtime';
import { validatePath } from '@grafana/data';

export const isLocal = (url: string): boolean => !/^https?:/.test(url);

export const isDataQuery = (url: string): boolean => /api\/(ds\/query|datasources\/proxy)/.test(url);

function search(params: BackendSrvRequest['params']): string {
  const pairs = Object.entries(params ?? {}).flatMap(([key, value]) => {
    const values = Array.isArray(value) ? value : [value];
    return values
      .filter((each) => each !== undefined)
      .map((each) => `${encodeURIComponent(key)}=${encodeURIComponent(each)}`);
  });
  return pairs.join('&');
}

/** Local addresses are made relative to the page's base, which is how they work under a sub path. */
export function addressOf({ url, params, validatePath: checked }: BackendSrvRequest): string {
  const address = isLocal(url) ? url.replace(/^\//, '') : url;
  if (checked) {
    validatePath(address);
  }
  const query = search(params);
  return query === '' ? address : `${address}${address.includes('?') ? '&' : '?'}${query}`;
}

function headersOf({ headers, method, url }: BackendSrvRequest, orgId: number): Headers {
  const result = new Headers(headers);
  if (isLocal(url)) {
    result.set('X-Grafana-Org-Id', String(orgId));
  }
  if (!result.has('accept')) {
    result.set('accept', 'application/json, text/plain, */*');
  }
  if (['POST', 'PUT', 'PATCH'].includes(method?.toUpperCase() ?? '') && !result.has('content-type')) {
    result.set('content-type', 'application/json');
  }
  return result;
}

/** JSON where the header says so; otherwise an object is sent as a form. */
function bodyOf({ data }: BackendSrvRequest, headers: Headers): BodyInit | undefined {
  if (data === undefined || data === null || typeof data === 'string' || data instanceof Blob) {
    return data ?? undefined;
  }
  const isJson = /\bjson$/.test(headers.get('content-type') ?? '');
  return isJson ? JSON.stringify(data) : new URLSearchParams(data);
}

export function initOf(request: BackendSrvRequest, orgId: number): RequestInit {
  const headers = headersOf(request, orgId);
  return {
    method: request.method,
    headers,
    body: bodyOf(request, headers),
    credentials: request.credentials ?? 'same-origin',
    signal: request.abortSignal,
  };
}

export async function contentOf<T>(response: Response, type: BackendSrvRequest['responseType']): Promise<T> {
  if (type === 'arraybuffer' || type === 'blob') {
    // The caller asked for this kind of body by its type parameter.
    return (type === 'blob' ? await response.blob() : await response.arrayBuffer()) as T;
  }
  const text = await response.text();
  if (type === 'text') {
    return text as T;
  }
  try {
    return JSON.parse(text);
  } catch {
    return text as T;
  }
}
