/** @jest-environment node */
import type { RunningHost } from './HostOptions';
import { FakeUpstream } from './testing/FakeUpstream';
import { HostClient } from './testing/HostClient';
import { HostFolder } from './testing/HostFolder';
import { serveFolder } from './testing/serveFolder';

const APP = 'headroom-capacity-app';
const header = { name: 'Authorization', content: 'Bearer {{ .SecureJsonData.routingToken }}' };
const MANIFEST = {
  id: APP,
  type: 'app',
  name: 'Headroom',
  info: { version: '1.0.0' },
  includes: [],
  roles: [
    { role: { name: 'reader', permissions: [{ action: `${APP}.tests:read` }] }, grants: ['Viewer'] },
    { role: { name: 'operator', permissions: [{ action: `${APP}.tests:run` }] }, grants: ['Editor'] },
  ],
  routes: [
    { path: 'v1/pool', method: 'GET', reqAction: `${APP}.tests:read`, url: '{{ .JsonData.routingUrl }}/v1/pool', headers: [header] },
    { path: 'v1/override', method: 'PUT', reqAction: `${APP}.tests:run`, url: '{{ .JsonData.routingUrl }}/v1/override', headers: [header] },
  ],
};
const PROVISIONED = `
apiVersion: 1
apps:
  - type: ${APP}
    disabled: false
    jsonData: { routingUrl: '\${ROUTING_URL}' }
    secureJsonData: { routingToken: '\${ROUTING_TOKEN}' }
`;

describe('routes of the app through the server', () => {
  const folder = new HostFolder();
  const upstream = new FakeUpstream();
  let host: RunningHost;
  const as = (login: string) => new HostClient(host.url, login);
  const at = (rest: string) => `api/plugin-proxy/${APP}/${rest}`;

  beforeAll(async () => {
    folder.write('dist/plugin.json', JSON.stringify(MANIFEST));
    folder.write('provisioning/plugins/headroom.yaml', PROVISIONED);
    const url = await upstream.start();
    host = await serveFolder(folder, { port: 0, prometheusUrl: '', ...folder, routing: { url, token: 'secret-of-the-keeper' }, upstreamTimeoutMs: 200 });
  });
  beforeEach(() => Object.assign(upstream, { status: 200, isSilent: false, answer: '{}' }));
  afterAll(async () => {
    await host.stop();
    await upstream.stop();
    folder.remove();
  });

  it('puts the token in, names the person, and keeps query, body and the headers of the contract', async () => {
    await as('editor').send('PUT', at('v1/override?pool=a%2Fb'), '{"x":1}', { 'content-type': 'application/json', 'if-match': '"7"', 'idempotency-key': 'k' });
    expect(upstream.last).toMatchObject({ method: 'PUT', url: '/v1/override?pool=a%2Fb', body: '{"x":1}' });
    expect(upstream.last.headers).toMatchObject({ authorization: 'Bearer secret-of-the-keeper', 'if-match': '"7"', 'idempotency-key': 'k', 'x-grafana-context': expect.stringContaining('"login":"editor"') });
    expect(upstream.last.headers).not.toHaveProperty('cookie');
  });

  it.each([
    ['a Viewer may read', 'viewer', 'GET', 'v1/pool', 200],
    ['a Viewer may not write', 'viewer', 'PUT', 'v1/override', 403],
    ['another verb', 'editor', 'DELETE', 'v1/override', 404],
    ['a longer path', 'editor', 'PUT', 'v1/override/more', 404],
    ['a path that climbs', 'admin', 'GET', 'v1/pool/..%2f..%2fsecret', 404],
  ])('%s', async (_, login, method, path, status) => {
    const before = upstream.seen.length;
    expect((await as(login).send(method, at(path), method === 'GET' ? undefined : '{}')).status).toBe(status);
    expect(upstream.seen.length - before).toBe(status === 200 ? 1 : 0);
  });

  it('passes answers on as they are, a 401 too', async () => {
    Object.assign(upstream, { status: 401, answer: '{"code":"x"}' });
    expect(await as('viewer').get(at('v1/pool'))).toMatchObject({ status: 401, body: { code: 'x' } });
  });

  it('answers 504 when the endpoint is silent', async () => {
    upstream.isSilent = true;
    expect((await as('viewer').get(at('v1/pool'))).status).toBe(504);
  });

  it('does not show the token to anybody', async () => {
    const { body } = await as('admin').get(`api/plugins/${APP}/settings`);
    expect(body.secureJsonFields).toEqual({ routingToken: true });
    expect(JSON.stringify(body)).not.toContain('secret-of-the-keeper');
  });

  it('knows no route of an app that is switched off', async () => {
    await as('admin').post(`api/plugins/${APP}/settings`, { enabled: false, jsonData: {} });
    expect((await as('viewer').get(at('v1/pool'))).status).toBe(404);
  });
});
