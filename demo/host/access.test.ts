/** @jest-environment node */
import type { HostOptions, RunningHost } from './HostOptions';
import { HostClient } from './testing/HostClient';
import { HostFolder } from './testing/HostFolder';
import { serveFolder } from './testing/serveFolder';

const STORAGE = 'apis/userstorage.grafana.app/v0alpha1/namespaces/default/user-storage';

/** The boot data as the page's own script reads it. */
function bootOf(page: string) {
  const text = /window\.grafanaBootData = (.*);/.exec(page)?.[1];
  return JSON.parse(text ?? 'null');
}

describe('access', () => {
  const folder = new HostFolder();
  const hosts: RunningHost[] = [];

  const start = async (change: Partial<HostOptions> = {}) => {
    const host = await serveFolder(folder, { ...change });
    hosts.push(host);
    return host;
  };
  const as = async (login: string, change: Partial<HostOptions> = {}) =>
    new HostClient((await start(change)).url, login);

  afterEach(() => Promise.all(hosts.splice(0).map((host) => host.stop())));
  afterAll(() => folder.remove());

  it.each([
    [
      'viewer',
      { 'annotations:create': true, 'datasources:query': true },
      ['datasources:explore', 'headroom-capacity-app.benchmarks:write'],
    ],
    [
      'editor',
      { 'datasources:explore': true, 'headroom-capacity-app.benchmarks:write': true },
      ['plugins:write', 'datasources:create'],
    ],
    ['admin', { 'plugins:write': true, 'datasources:create': true }, []],
  ])('gives %s the permissions Grafana would', async (login, held, lacking) => {
    const client = await as(login);
    const actions = (await client.get('api/access-control/user/actions')).body;
    expect(actions).toMatchObject(held);
    expect(lacking.filter((action) => action in actions)).toEqual([]);
    expect(bootOf((await client.get('')).body).user.permissions).toEqual(actions);
  });

  it('logs in with JSON or a form, and refuses a wrong password', async () => {
    const client = await as('nobody', { signedOut: 'nobody' });
    const good = await client.post('login', { user: 'admin', password: 'admin' });
    expect(good).toMatchObject({ status: 200, body: { message: 'Logged in' } });
    expect(good.headers.get('set-cookie')).toContain('grafana_session=');
    const form = { 'content-type': 'application/x-www-form-urlencoded' };
    expect((await client.send('POST', 'login', 'user=viewer&password=viewer', form)).status).toBe(302);
    expect((await client.post('login', { user: 'admin', password: 'viewer' })).status).toBe(401);
  });

  it.each([
    ['admin' as const, 200, 'Admin'],
    ['anonymous' as const, 401, 'Viewer'],
  ])('treats somebody without a cookie as %s', async (signedOut, status, role) => {
    const client = await as('', { signedOut });
    expect((await client.get('api/user')).status).toBe(status);
    expect(bootOf((await client.get('')).body).user).toMatchObject({ orgRole: role, isSignedIn: status === 200 });
  });

  it('sends somebody without a cookie to the form where sign-in is asked for', async () => {
    const client = await as('', { signedOut: 'nobody' });
    expect((await client.get('a/headroom-capacity-app')).headers.get('location')).toBe('/login');
    expect((await client.get('api/datasources')).status).toBe(401);
    expect((await client.get('api/health')).body).toMatchObject({ database: 'ok', version: '12.3.3-stand-in' });
  });

  it('switches the user by ?role and hides the parameter from the app', async () => {
    const reply = await (await as('admin')).get('a/headroom-capacity-app/fleet?role=viewer&tier=1');
    expect(reply.status).toBe(302);
    expect(reply.headers.get('location')).toBe('/a/headroom-capacity-app/fleet?tier=1');
    expect(reply.headers.get('set-cookie')).toContain('stand-in-viewer');
  });

  it('serves everything below a sub path and nothing beside it', async () => {
    const host = await start({ subPath: '/grafana' });
    const client = new HostClient(host.url, 'admin');
    const page = await client.get('a/headroom-capacity-app');
    expect(page.body).toContain('<base href="/grafana/">');
    expect(bootOf(page.body).settings.appSubUrl).toBe('/grafana');
    expect((await client.get('public/plugins/headroom-capacity-app/module.js')).status).toBe(200);
    expect((await fetch(new URL('/api/health', host.url))).status).toBe(404);
  });

  it('sends the policy template with a nonce its own scripts carry', async () => {
    const { headers, body } = await (await as('admin', { csp: true })).get('');
    const nonce = /'nonce-([^']+)'/.exec(headers.get('content-security-policy') ?? '')?.[1];
    expect(nonce).toBeTruthy();
    expect(body.match(/<script[^>]*nonce="([^"]+)"/g)).toHaveLength(2);
    expect(body).toContain(`nonce="${nonce}"`);
  });

  it('serves no file from outside a plugin', async () => {
    const client = await as('admin');
    expect((await client.get('public/plugins/headroom-capacity-app/..%2Fdata%2Forg-1.json')).status).toBe(404);
    expect((await client.get('public/plugins/other/module.js')).status).toBe(404);
  });

  it('keeps user storage for its owner', async () => {
    const client = await as('editor');
    const name = 'headroom-capacity-app:stand-in-editor';
    expect((await client.get(`${STORAGE}/${name}`)).status).toBe(404);
    await client.post(`${STORAGE}/`, { metadata: { name }, spec: { data: { a: '1' } } });
    await client.send('PATCH', `${STORAGE}/${name}`, '{"spec":{"data":{"b":"2"}}}', {
      'content-type': 'application/merge-patch+json',
    });
    expect((await client.get(`${STORAGE}/${name}`)).body.spec.data).toEqual({ a: '1', b: '2' });
    const stranger = new HostClient(hosts[0]?.url ?? '', 'viewer');
    expect((await stranger.get(`${STORAGE}/${name}`)).status).toBe(403);
  });
});
