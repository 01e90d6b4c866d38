import { NEVER, of, throwError } from 'rxjs';
import { AbortError } from '../../ports/AbortError';
import { grafanaRoutingTransport } from './grafanaRoutingTransport';

const fetch = jest.fn();
jest.mock('@grafana/runtime', () => ({ getBackendSrv: () => ({ fetch }) }));

const request = { method: 'PUT', path: 'v1/override', query: { pool: 'a/b' }, headers: { 'If-Match': '"1"' }, body: { x: 1 } } as const;
const live = () => new AbortController().signal;
beforeEach(() => fetch.mockReset());

describe('grafanaRoutingTransport', () => {
  it('goes over the proxy routes of the app, quietly, and leaves the renewal of the session to Grafana', async () => {
    fetch.mockReturnValue(of({ status: 200, data: '{}', redirected: false }));
    expect(await grafanaRoutingTransport(request, live())).toEqual({ status: 200, body: '{}', redirected: false });
    const sent = fetch.mock.calls[0][0];
    expect(sent).toMatchObject({ url: '/api/plugin-proxy/headroom-capacity-app/v1/override', method: 'PUT', params: { pool: 'a/b' }, headers: { 'If-Match': '"1"' }, data: { x: 1 }, showErrorAlert: false, showSuccessAlert: false, validatePath: true });
    expect(sent).not.toHaveProperty('retry');
    expect(sent).not.toHaveProperty('requestId');
  });

  it.each([
    ['a problem document', { status: 409, data: { code: 'lease_held' } }, { status: 409, body: '{"code":"lease_held"}', redirected: false }],
    ['a page in Grafana\'s wrapping', { status: 404, data: { message: 'x', response: '<h1>' } }, { status: 404, body: '<h1>', redirected: false }],
    ['no network', { message: 'Failed to fetch' }, { status: 0, body: 'Failed to fetch', redirected: false }],
    ['no reason at all', null, { status: 0, body: '', redirected: false }],
  ])('answers %s', async (_, reason, reply) => {
    fetch.mockReturnValue(throwError(() => reason));
    expect(await grafanaRoutingTransport(request, live())).toEqual(reply);
  });

  it('tells a redirect', async () => {
    fetch.mockReturnValue(of({ status: 200, data: '<html>', redirected: true }));
    expect(await grafanaRoutingTransport(request, live())).toMatchObject({ redirected: true });
  });

  it.each([
    ['before it is sent', AbortSignal.abort()],
  ])('is cancelled %s', async (_, signal) => {
    await expect(grafanaRoutingTransport(request, signal)).rejects.toThrow(AbortError);
    expect(fetch).not.toHaveBeenCalled();
  });

  it('frees the connection when it is cancelled on the way', async () => {
    fetch.mockReturnValue(NEVER);
    const cancel = new AbortController();
    const call = grafanaRoutingTransport(request, cancel.signal);
    cancel.abort();
    await expect(call).rejects.toThrow(AbortError);
  });

  it('takes Grafana\'s own cancelling for cancelling', async () => {
    fetch.mockReturnValue(throwError(() => ({ cancelled: true, status: -1 })));
    await expect(grafanaRoutingTransport(request, live())).rejects.toThrow(AbortError);
  });
});
