import { of, throwError } from 'rxjs';
import { GrafanaRecordingRules } from './GrafanaRecordingRules';

const fetch = jest.fn();
const getList = jest.fn();
const config = { unifiedAlerting: {} as Record<string, unknown>, defaultAllowRecordingRulesTargetAlertsUiToggle: true as boolean | undefined };
jest.mock('@grafana/runtime', () => ({
  get config() {
    return config;
  },
  getBackendSrv: () => ({ fetch }),
  getDataSourceSrv: () => ({ getList }),
  isFetchError: (e: unknown) => typeof e === 'object' && e !== null && 'status' in e && 'data' in e,
}));

const source = (uid: string, jsonData: object = {}, type = 'prometheus') => ({ uid, name: uid.toUpperCase(), type, jsonData });

beforeEach(() => {
  fetch.mockReset();
  getList.mockReset().mockReturnValue([]);
  config.unifiedAlerting = { recordingRulesEnabled: true };
  config.defaultAllowRecordingRulesTargetAlertsUiToggle = true;
});

describe('support', () => {
  it.each([
    ['switched on', { recordingRulesEnabled: true, defaultRecordingRulesTargetDatasourceUID: 'd' }, true, 'd'],
    ['switched off', { recordingRulesEnabled: false }, false, null],
    ['of a Grafana that does not say', {}, false, null],
  ])('is %s', (_name, settings, enabled, defaultTarget) => {
    config.unifiedAlerting = settings;
    expect(new GrafanaRecordingRules().support).toMatchObject({ enabled, defaultTarget });
  });

  it('knows where Grafana may write, and by which path', () => {
    getList.mockReturnValue([
      source('grafana', {}, 'datasource'),
      source('prom', { prometheusType: 'Prometheus' }),
      source('mimir', { prometheusType: 'Mimir', allowAsRecordingRulesTarget: true }),
      source('silent'),
      source('barred', { prometheusType: 'Prometheus', allowAsRecordingRulesTarget: false }),
    ]);
    expect(new GrafanaRecordingRules().support.targets).toEqual([
      { uid: 'prom', name: 'PROM', writes: 'prometheus', allowed: true },
      { uid: 'mimir', name: 'MIMIR', writes: 'push', allowed: true },
      { uid: 'silent', name: 'SILENT', writes: 'push', allowed: true },
      { uid: 'barred', name: 'BARRED', writes: 'prometheus', allowed: false },
    ]);
  });

  it('follows the default of this Grafana where a data source says nothing', () => {
    config.defaultAllowRecordingRulesTargetAlertsUiToggle = false;
    getList.mockReturnValue([source('prom')]);
    expect(new GrafanaRecordingRules().support.targets[0]?.allowed).toBe(false);
  });
});

describe('receiver', () => {
  it.each([
    ['on', of({ data: { status: 'success', data: { 'web.enable-remote-write-receiver': 'true' } } })],
    ['off', of({ data: { status: 'success', data: { 'web.enable-remote-write-receiver': 'false' } } })],
    ['unknown', of({ data: { status: 'success', data: {} } })],
    ['unknown', of({ data: 'Mimir' })],
    ['unknown', throwError(() => ({ status: 404, data: {} }))],
  ])('is %s', async (receiver, answer) => {
    fetch.mockReturnValue(answer);
    expect(await new GrafanaRecordingRules().receiver('a/b')).toBe(receiver);
    expect(fetch.mock.calls[0]?.[0]).toMatchObject({ method: 'GET', url: '/api/datasources/uid/a%2Fb/resources/api/v1/status/flags', showErrorAlert: false });
  });
});

describe('health', () => {
  it('is read by uid', async () => {
    fetch.mockReturnValue(of({ data: { data: { groups: [{ rules: [{ uid: 'r', health: 'ok', lastEvaluation: '2026-11-21T18:05:11Z' }] }] } } }));
    const health = await new GrafanaRecordingRules().health();
    expect(health.ok && health.value.get('r')?.kind).toBe('ok');
  });

  it.each([
    ['a role that may not', throwError(() => ({ status: 403, data: { message: 'no' } })), 'forbidden'],
    ['a page that is no list', of({ data: '<html>' }), 'unreachable'],
  ])('says in words what is wrong: %s', async (_name, answer, kind) => {
    fetch.mockReturnValue(answer);
    expect(await new GrafanaRecordingRules().health()).toMatchObject({ ok: false, error: { kind } });
  });
});
