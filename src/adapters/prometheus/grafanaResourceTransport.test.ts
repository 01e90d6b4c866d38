import { validatePath } from '@grafana/data';
import { NEVER, Observable, of, throwError } from 'rxjs';
import { grafanaResourceTransport } from './grafanaResourceTransport';
import type { TransportRequest } from './Transport';

const fetch = jest.fn();
jest.mock('@grafana/runtime', () => ({ getBackendSrv: () => ({ fetch }) }));

const request: TransportRequest = {
  source: 'a/b',
  path: 'api/v1/query',
  method: 'GET',
  params: { query: 'up{a="b c"}' },
};
const signal = new AbortController().signal;

beforeEach(() => fetch.mockReset());

describe('grafanaResourceTransport', () => {
  it('asks the resource path quietly, with the address escaped and retries left to Grafana', async () => {
    fetch.mockReturnValue(of({ status: 200, data: '{}' }));
    expect(await grafanaResourceTransport(request, signal)).toEqual({ status: 200, body: '{}' });
    expect(fetch).toHaveBeenCalledWith({
      url: '/api/datasources/uid/a%2Fb/resources/api/v1/query',
      method: 'GET',
      params: request.params,
      responseType: 'text',
      showErrorAlert: false,
      showSuccessAlert: false,
      validatePath: true,
    });
  });

  it('keeps the query out of the address, where Grafana takes its dots and line breaks for a traversal', async () => {
    fetch.mockReturnValue(of({ status: 200, data: '{}' }));
    await grafanaResourceTransport({ ...request, params: { query: 'a{code=~"5.."}\nor b' } }, signal);
    const { url, params } = fetch.mock.calls[0][0];
    expect(validatePath(url)).toBe(url);
    expect(params).toEqual({ query: 'a{code=~"5.."}\nor b' });
  });

  it('posts a form', async () => {
    fetch.mockReturnValue(of({ status: 200, data: '{}' }));
    await grafanaResourceTransport({ ...request, method: 'POST' }, signal);
    expect(fetch.mock.calls[0][0]).toMatchObject({
      url: '/api/datasources/uid/a%2Fb/resources/api/v1/query',
      method: 'POST',
      data: 'query=up%7Ba%3D%22b+c%22%7D',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    });
  });

  test.each<[string, unknown, { status: number; body: string }]>([
    [
      'an error as text',
      { status: 502, data: { message: 'oops', response: '<html>' } },
      { status: 502, body: '<html>' },
    ],
    [
      'an error as JSON',
      { status: 422, data: { status: 'error', error: 'x' } },
      { status: 422, body: '{"status":"error","error":"x"}' },
    ],
    ['no answer at all', new TypeError('Failed to fetch'), { status: 0, body: 'Failed to fetch' }],
  ])('%s is a reply', async (_, error, wanted) => {
    fetch.mockReturnValue(throwError(() => error));
    expect(await grafanaResourceTransport(request, signal)).toEqual(wanted);
  });

  it('unsubscribes when aborted', async () => {
    let unsubscribed = false;
    fetch.mockReturnValue(new Observable(() => () => (unsubscribed = true)));
    const controller = new AbortController();
    const reply = grafanaResourceTransport(request, controller.signal);
    controller.abort();
    await expect(reply).rejects.toMatchObject({ name: 'AbortError' });
    expect(unsubscribed).toBe(true);
  });

  it('asks nothing when aborted before', async () => {
    fetch.mockReturnValue(NEVER);
    const controller = new AbortController();
    controller.abort();
    await expect(grafanaResourceTransport(request, controller.signal)).rejects.toMatchObject({ name: 'AbortError' });
    expect(fetch).not.toHaveBeenCalled();
  });

  it('a request Grafana cancelled is cancelled, not failed', async () => {
    fetch.mockReturnValue(throwError(() => ({ cancelled: true, status: -1 })));
    await expect(grafanaResourceTransport(request, signal)).rejects.toMatchObject({ name: 'AbortError' });
  });
});
