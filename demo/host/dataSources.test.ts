/** @jest-environment node */
import type { RunningHost } from './HostOptions';
import { FakeUpstream } from './testing/FakeUpstream';
import { HostClient } from './testing/HostClient';
import { HostFolder } from './testing/HostFolder';
import { serveFolder } from './testing/serveFolder';

const PROVISIONED = `
apiVersion: 1
datasources:
  - name: Metrics
    uid: metrics
    type: prometheus
    url: \${PROMETHEUS_URL}/base
    isDefault: true
    jsonData:
      httpHeaderName1: X-Scope-OrgID
      customQueryParameters: dedup=true&partial_response=false
    secureJsonData:
      httpHeaderValue1: tenant
  - { name: Closed, uid: closed, type: prometheus, url: $PROMETHEUS_URL }
  - { name: Down, uid: down, type: prometheus, url: 'http://127.0.0.1:1' }
  - { name: Logs, uid: logs, type: loki, url: $PROMETHEUS_URL }
`;

const FORM = { 'content-type': 'application/x-www-form-urlencoded' };

describe('data sources', () => {
  const folder = new HostFolder();
  const upstream = new FakeUpstream();
  let host: RunningHost;
  let admin: HostClient;
  let viewer: HostClient;

  beforeAll(async () => {
    folder.write('provisioning/datasources/all.yaml', PROVISIONED);
    const prometheusUrl = await upstream.start();
    host = await serveFolder(folder, {
      port: 0,
      prometheusUrl,
      ...folder,
      restricted: { closed: 'Editor' },
      upstreamTimeoutMs: 200,
    });
    admin = new HostClient(host.url, 'admin');
    viewer = new HostClient(host.url, 'viewer');
  });
  beforeEach(() => {
    Object.assign(upstream, { status: 200, isSilent: false });
  });
  afterAll(async () => {
    await host.stop();
    await upstream.stop();
    folder.remove();
  });

  const names = async (client: HostClient, headers = {}) =>
    (await client.get('api/datasources', headers)).body.map(({ name }: { name: string }) => name);

  it('are listed for those who may query them, of known types only, in both organizations', async () => {
    expect(await names(admin)).toEqual(['Closed', 'Down', 'Metrics']);
    expect(await names(viewer)).toEqual(['Down', 'Metrics']);
    expect(await names(viewer, { 'x-grafana-org-id': '2' })).toEqual(['Down', 'Metrics']);
    expect((await viewer.get('api/datasources', { 'x-grafana-org-id': '7' })).status).toBe(403);
  });

  it('refuse those who may not, and are 404 when there are none', async () => {
    expect((await viewer.get('api/datasources/uid/closed/resources/api/v1/labels')).status).toBe(403);
    expect((await admin.get('api/datasources/uid/closed/resources/api/v1/labels')).status).toBe(200);
    expect((await admin.get('api/datasources/uid/none')).status).toBe(404);
    expect((await admin.get('api/datasources/proxy/uid/none/x')).status).toBe(404);
    // Grafana's own choice of words and status.
    expect(await admin.get('api/datasources/uid/none/resources/x')).toMatchObject({
      status: 500,
      body: { message: 'Unable to load datasource meta data' },
    });
  });

  it('pass resource calls on with query, form, custom parameters and configured headers', async () => {
    await viewer.send('POST', 'api/datasources/uid/metrics/resources/api/v1/query?time=5', 'query=up%7B%7D', FORM);
    expect(upstream.last).toMatchObject({
      method: 'POST',
      url: '/base/api/v1/query?time=5&dedup=true&partial_response=false',
      body: 'query=up%7B%7D',
      headers: { 'x-scope-orgid': 'tenant', 'content-type': 'application/x-www-form-urlencoded' },
    });
    expect(upstream.last.headers.cookie).toBeUndefined();
  });

  it('pass proxy calls on without custom parameters, and only the POSTs that read', async () => {
    await viewer.get('api/datasources/proxy/uid/metrics/api/v1/label/a%2Fb/values?x=1');
    expect(upstream.last.url).toBe('/base/api/v1/label/a%2Fb/values?x=1');
    expect((await viewer.send('POST', 'api/datasources/proxy/uid/metrics/api/v1/admin/tsdb', '', FORM)).status).toBe(
      403
    );
    expect((await viewer.send('POST', 'api/datasources/proxy/uid/metrics/api/v1/query', 'query=1', FORM)).status).toBe(
      200
    );
  });

  it.each([
    ['resources', 401, 401],
    ['resources', 422, 422],
    ['resources', 503, 503],
    ['proxy', 401, 400],
    ['proxy', 422, 422],
  ])('through %s answer an upstream %i with %i', async (way, status, shown) => {
    upstream.status = status;
    const path = way === 'proxy' ? 'proxy/uid/metrics/api/v1/query' : 'uid/metrics/resources/api/v1/query';
    expect((await viewer.get(`api/datasources/${path}`)).status).toBe(shown);
  });

  it.each([
    ['uid/down/resources/x', 500],
    ['proxy/uid/down/x', 502],
  ])('that cannot be reached answer %s with %i, as Grafana does', async (path, status) => {
    expect((await viewer.get(`api/datasources/${path}`)).status).toBe(status);
  });

  it.each([
    ['uid/metrics/resources/x', 500],
    ['proxy/uid/metrics/x', 504],
  ])('that stay silent answer %s with %i after the timeout', async (path, status) => {
    upstream.isSilent = true;
    expect((await viewer.get(`api/datasources/${path}`)).status).toBe(status);
  });

  it('are created by an Admin, once under each uid', async () => {
    const command = {
      name: 'New',
      uid: 'new',
      type: 'prometheus',
      url: 'http://127.0.0.1:1',
      secureJsonData: { a: 'hush' },
    };
    expect((await new HostClient(host.url, 'editor').post('api/datasources', command)).status).toBe(403);
    const created = await admin.post('api/datasources', command);
    expect(created.body).toMatchObject({ name: 'New', message: 'Datasource added', datasource: { uid: 'new' } });
    expect((await admin.post('api/datasources', { ...command, name: 'Other' })).status).toBe(409);
    const read = await viewer.get('api/datasources/uid/new');
    expect(read.body.secureJsonFields).toEqual({ a: true });
    expect(JSON.stringify(read.body)).not.toContain('hush');
    await admin.send('DELETE', 'api/datasources/uid/new');
    expect((await viewer.get('api/datasources/uid/new')).status).toBe(404);
  });

  it('answer a batch of queries with frames, and with 400 when one fails', async () => {
    upstream.answer =
      '{"status":"success","data":{"resultType":"matrix","result":[{"metric":{"a":"b"},"values":[[60,"1"],[120,"NaN"]]}]}}';
    const ask = (uid: string) => ({
      from: '0',
      to: '3600000',
      queries: [
        {
          refId: 'A',
          datasource: { uid: 'metrics' },
          expr: 'x[$__rate_interval] + $__interval_ms',
          intervalMs: 30000,
          interval: '60s',
          maxDataPoints: 60,
        },
        { refId: 'B', datasource: { uid }, expr: 'y' },
      ],
    });
    const good = await viewer.post('api/ds/query', ask('metrics'));
    const form = new URLSearchParams(upstream.seen.find(({ body }) => body.includes('x%5B'))?.body);
    expect(Object.fromEntries(form)).toEqual({ query: 'x[240s] + 60000', start: '0', end: '3600', step: '60' });
    expect(good.status).toBe(200);
    expect(good.body.results.A.frames[0]).toMatchObject({
      schema: { refId: 'A', meta: { type: 'timeseries-multi' }, fields: [{ type: 'time' }, { labels: { a: 'b' } }] },
      data: {
        values: [
          [60000, 120000],
          [1, null],
        ],
        entities: [null, { NaN: [1], Inf: [], NegInf: [] }],
      },
    });
    const half = await viewer.post('api/ds/query', ask('down'));
    expect(half.status).toBe(400);
    expect(half.body.results.A.frames).toHaveLength(1);
    expect(half.body.results.B.error).toContain('request failed');
    expect((await viewer.post('api/ds/query', ask('closed'))).status).toBe(403);
  });
});
