import { of, throwError, type Observable } from 'rxjs';
import { GrafanaAppStatus } from './GrafanaAppStatus';

let fetch: (request: { url: string }) => Observable<{ data: unknown }>;

jest.mock('@grafana/runtime', () => ({
  getBackendSrv: () => ({ fetch: (request: { url: string }) => fetch(request) }),
  isFetchError: (error: unknown) => typeof error === 'object' && error !== null && 'status' in error,
}));

describe('GrafanaAppStatus', () => {
  it('is content with an enabled app', async () => {
    fetch = () => of({ data: { enabled: true, jsonData: null } });
    expect(await new GrafanaAppStatus().check()).toEqual({ ok: true, value: null });
  });

  it.each([
    [
      'an app that is switched off',
      () => of({ data: { enabled: false } }),
      'disabled',
      /not enabled in this organization.*Admin enables it/,
    ],
    ['an app Grafana does not know', () => throwError(() => ({ status: 404 })), 'disabled', /not enabled/],
    ['a user who may not use it', () => throwError(() => ({ status: 403 })), 'forbidden', /You may not use/],
    ['a failing Grafana', () => throwError(() => ({ status: 500 })), 'unreachable', /\(500\)/],
    ['no answer', () => throwError(() => new Error('network')), 'unreachable', /no answer/],
    ['a login page', () => of({ data: '<html>' }), 'unreachable', /login page or a proxy/],
  ])('says what is wrong with %s', async (_, answer, kind, message) => {
    fetch = answer;
    expect(await new GrafanaAppStatus().check()).toEqual({
      ok: false,
      error: { kind, message: expect.stringMatching(message) },
    });
  });
});
