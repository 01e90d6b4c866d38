import { NEVER, of, throwError, type Observable } from 'rxjs';
import { GrafanaFiringAlerts } from './GrafanaFiringAlerts';

let fetch: (request: { url: string }) => Observable<{ data: unknown }>;
let allowed: boolean;

jest.mock('@grafana/runtime', () => ({
  getBackendSrv: () => ({ fetch: (request: { url: string }) => fetch(request) }),
  hasPermission: (action: string) => allowed && action === 'alert.instances:read',
  isFetchError: (error: unknown) => typeof error === 'object' && error !== null && 'status' in error,
}));

const { signal } = new AbortController();
const answer = (alerts: readonly unknown[]) => of({ data: { status: 'success', data: { alerts } } });
/** As Grafana 12.3.0 answers. */
const alert = (state: string, labels: Record<string, string> = { alertname: 'Cart slow', grafana_folder: 'Others', namespace: 'shop', service: 'cart', tier: 'P0' }) => ({ labels, annotations: {}, state, activeAt: '2026-11-21T18:09:00Z', value: '1e+00' });

beforeEach(() => {
  allowed = true;
});

describe("Grafana's own alerts", () => {
  it.each([
    ['Alerting', 'firing'],
    ['Alerting (NoData)', 'firing'],
    ['Recovering', 'firing'],
    ['NoData', 'unclear'],
    ['Error', 'unclear'],
    ['Error (MissingSeries)', 'unclear'],
    ['Normal', null],
    ['Normal (Error)', null],
    ['Pending', null],
  ] as const)('in state %s are %s', async (said, state) => {
    fetch = () => answer([alert(said)]);
    const found = await new GrafanaFiringAlerts().notQuiet(signal);
    expect(found.ok && found.value.map((one) => [one.name, one.labels.service, one.state])).toEqual(state === null ? [] : [['Cart slow', 'cart', state]]);
  });

  it('are asked of all folders', async () => {
    const urls: string[] = [];
    fetch = ({ url }) => {
      urls.push(url);
      return answer([]);
    };
    await new GrafanaFiringAlerts().notQuiet(signal);
    expect(urls).toEqual(['/api/prometheus/grafana/api/v1/alerts']);
  });

  it('may come without a name', async () => {
    fetch = () => answer([alert('Alerting', {})]);
    expect(await new GrafanaFiringAlerts().notQuiet(signal)).toMatchObject({ ok: true, value: [{ name: 'an alert without a name' }] });
  });

  it('are not asked for without the permission', async () => {
    allowed = false;
    fetch = () => throwError(() => new Error('asked'));
    expect(await new GrafanaFiringAlerts().notQuiet(signal)).toMatchObject({ ok: false, error: { kind: 'forbidden', message: expect.stringContaining('alert.instances:read') } });
  });

  it.each([
    ['a refusal', () => throwError(() => ({ status: 403 })), 'forbidden', /may not read/],
    ['an ended session', () => throwError(() => ({ status: 401 })), 'forbidden', /may not read/],
    ['alerting switched off', () => throwError(() => ({ status: 404 })), 'absent', /no alerting of its own/],
    ['a failing Grafana', () => throwError(() => ({ status: 500 })), 'unreachable', /\(500\)/],
    ['no answer', () => throwError(() => new Error('network')), 'unreachable', /no answer/],
    ['a login page', () => of({ data: '<html>' }), 'unreachable', /login page/],
    ['an error in a good answer', () => of({ data: { status: 'error', data: { alerts: [] } } }), 'unreachable', /something else/],
  ] as const)('are not known after %s', async (_name, given, kind, message) => {
    fetch = given;
    expect(await new GrafanaFiringAlerts().notQuiet(signal)).toMatchObject({ ok: false, error: { kind, message: expect.stringMatching(message) } });
  });

  it('are no longer waited for when nobody asks', async () => {
    fetch = () => NEVER;
    const asking = new AbortController();
    const asked = new GrafanaFiringAlerts().notQuiet(asking.signal);
    asking.abort();
    await expect(asked).rejects.toMatchObject({ name: 'AbortError' });
    await expect(new GrafanaFiringAlerts().notQuiet(asking.signal)).rejects.toMatchObject({ name: 'AbortError' });
  });
});
