import { of, throwError } from 'rxjs';
import { GrafanaRoutingAccess } from './GrafanaRoutingAccess';

const fetch = jest.fn();
jest.mock('@grafana/runtime', () => ({
  getBackendSrv: () => ({ fetch }),
  isFetchError: (e: unknown) => typeof e === 'object' && e !== null && 'status' in e,
}));

const stored = (jsonData: unknown, secureJsonFields: unknown = {}) => of({ data: { pinned: true, jsonData, secureJsonFields } });
const store = new GrafanaRoutingAccess();

beforeEach(() => fetch.mockReset());

describe('GrafanaRoutingAccess', () => {
  it.each([
    ['nothing saved', null, {}, { url: null, tokenSet: false }],
    ['address and token', { routingUrl: 'http://keeper:7070' }, { routingToken: true }, { url: 'http://keeper:7070', tokenSet: true }],
  ])('reads %s', async (_, jsonData, fields, value) => {
    fetch.mockReturnValue(stored(jsonData, fields));
    expect(await store.load()).toEqual({ ok: true, value });
  });

  it.each([
    ['a number', { routingUrl: 5 }],
    ['no address', { routingUrl: 'keeper' }],
    ['an address that ends with a slash, which a file may hold', { routingUrl: 'http://keeper/' }],
  ])('names a stored value that is %s', async (_, jsonData) => {
    fetch.mockReturnValue(stored(jsonData));
    expect(await store.load()).toMatchObject({ ok: false, error: { kind: 'invalid', field: 'routingUrl' } });
  });

  it('saves the address beside all other settings, and the token as a secret', async () => {
    fetch.mockReturnValueOnce(stored({ schema: 1, historyDays: 7, routingUrl: 'http://old' })).mockReturnValueOnce(of({ data: {} })).mockReturnValueOnce(stored({ routingUrl: 'http://new' }, { routingToken: true }));
    expect(await store.save('http://new/', 's3cret')).toEqual({ ok: true, value: { url: 'http://new', tokenSet: true } });
    expect(fetch.mock.calls[1][0].data).toEqual({ enabled: true, pinned: true, jsonData: { schema: 1, historyDays: 7, routingUrl: 'http://new' }, secureJsonData: { routingToken: 's3cret' } });
  });

  it('sends no secret when none is given, and takes the address away on request', async () => {
    fetch.mockReturnValueOnce(stored({ a: 1, routingUrl: 'http://old' })).mockReturnValueOnce(of({ data: {} })).mockReturnValueOnce(stored({ a: 1 }));
    expect(await store.save(null, null)).toEqual({ ok: true, value: { url: null, tokenSet: false } });
    expect(fetch.mock.calls[1][0].data).toEqual({ enabled: true, pinned: true, jsonData: { a: 1 } });
  });

  it.each([
    ['a bad address', 'keeper', null, 'routingUrl'],
    ['a token with a line break', 'http://keeper', 'a\nb', 'routingToken'],
    ['an empty token', 'http://keeper', '', 'routingToken'],
  ])('refuses %s before it sends anything', async (_, url, token, field) => {
    expect(await store.save(url, token)).toMatchObject({ ok: false, error: { kind: 'invalid', field } });
    expect(fetch).not.toHaveBeenCalled();
  });

  it.each([
    [403, 'forbidden'],
    [500, 'unreachable'],
    [0, 'unreachable'],
  ])('tells a refused save: %d', async (status, kind) => {
    fetch.mockReturnValueOnce(stored({})).mockReturnValueOnce(throwError(() => ({ status })));
    expect(await store.save('http://keeper', null)).toMatchObject({ ok: false, error: { kind } });
  });

  it('takes a login page for no settings', async () => {
    fetch.mockReturnValue(of({ data: '<html>' }));
    expect(await store.load()).toMatchObject({ ok: false, error: { kind: 'unreachable' } });
  });
});
