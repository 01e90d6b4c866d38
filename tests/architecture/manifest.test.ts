import { readFileSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { globSync } from 'glob';
import { parse } from 'yaml';
import { APP_ID, RECORDS_WRITE, TESTS_ADMIN, TESTS_READ, TESTS_RUN } from '../../src/adapters/grafana/APP_ID';
import { DATA_SOURCE_ID, DATA_SOURCE_UID } from '../../src/adapters/grafana/DATA_SOURCE_ID';
import { DATA_SOURCE_ID as NESTED_ID } from '../../src/datasource/DATA_SOURCE_ID';
import { appAssets } from '../../src/datasource/appAssets';
import { servicePath } from '../../src/domain/catalogue/servicePath';
import { ownFields } from '../../src/adapters/grafana/settingsFields';
import { parseSettings } from '../../src/domain/catalogue/parseSettings';

const ROOT = path.resolve(__dirname, '../..');
const read = (file: string) => readFileSync(path.join(ROOT, file), 'utf8');
const manifest = JSON.parse(read('src/plugin.json')) as {
  id: string;
  includes: Array<{ type: string; name: string; path?: string }>;
  roles: Array<{ role: { permissions: Array<{ action: string }> }; grants: string[] }>;
  routes: Array<{ path: string; method: string; reqAction?: string; url: string; headers: Array<{ name: string; content: string }> }>;
  dependencies: { grafanaDependency: string };
};

describe('the manifest', () => {
  it('is one file, at the root and where the build looks for it', () => {
    expect(realpathSync(path.join(ROOT, 'plugin.json'))).toBe(realpathSync(path.join(ROOT, 'src/plugin.json')));
  });

  it('has the id that the code uses', () => expect(manifest.id).toBe(APP_ID));

  it('grants the own action the code asks for to Editors', () => {
    const role = manifest.roles.find((r) => r.role.permissions.some((p) => p.action === RECORDS_WRITE));
    expect(role?.grants).toEqual(['Editor']);
  });

  it('lists pages that the app routes', () => {
    const routes = [...read('src/ui/App.tsx').matchAll(/<Route path="([a-z]+)"/g)].map((m) => `/a/${APP_ID}/${m[1]}`);
    const pages = manifest.includes.filter((i) => i.type === 'page').map((i) => i.path);
    expect(pages.length).toBeGreaterThan(0);
    expect(routes).toEqual(expect.arrayContaining(pages));
  });
});

describe('the routes to the routing endpoint', () => {
  const { routes, roles } = manifest;
  const granted = (action: string) => roles.filter((r) => r.role.permissions.some((p) => p.action === action)).flatMap((r) => r.grants);

  it.each([
    [TESTS_READ, 'Viewer'],
    [TESTS_RUN, 'Editor'],
    [TESTS_ADMIN, 'Admin'],
  ])('%s belongs to %s', (action, role) => expect(granted(action)).toEqual([role]));

  it('has no route without an action that a role of the app grants', () => {
    expect(routes.length).toBeGreaterThan(0);
    expect(routes.filter((r) => r.reqAction === undefined || granted(r.reqAction).length === 0)).toEqual([]);
  });

  it.each([
    ['GET v1/capabilities', TESTS_READ],
    ['GET v1/pools', TESTS_READ],
    ['GET v1/pool', TESTS_READ],
    ['GET v1/events', TESTS_READ],
    ['PUT v1/override', TESTS_RUN],
    ['DELETE v1/override', TESTS_RUN],
    ['POST v1/override/renew', TESTS_RUN],
    ['DELETE v1/override/diverged', TESTS_ADMIN],
    ['POST v1/freeze', TESTS_ADMIN],
    ['DELETE v1/freeze', TESTS_ADMIN],
  ])('%s needs %s', (call, action) => expect(routes.filter((r) => `${r.method} ${r.path}` === call).map((r) => r.reqAction)).toEqual([action]));

  it('lets nobody but readers in for less than running', () => {
    expect(routes.filter((r) => r.method !== 'GET' && r.reqAction === TESTS_READ)).toEqual([]);
    expect(routes).toHaveLength(10);
  });

  it.each(routes.map((r) => [`${r.method} ${r.path}`, r] as const))('%s is exact, goes to the same path and carries the token', (_, { path: at, method, url, headers }) => {
    // A wildcard lets `..` through, a `:name` is not forwarded, and only one verb a route is compared.
    expect(at).toMatch(/^v1(\/[a-z]+)+$/);
    expect(method).toMatch(/^(GET|PUT|POST|DELETE)$/);
    expect(url).toBe(`{{ .JsonData.routingUrl }}/${at}`);
    expect(headers).toEqual([{ name: 'Authorization', content: 'Bearer {{ .SecureJsonData.routingToken }}' }]);
  });
});

describe('nested plugins', () => {
  const nested = globSync('src/**/plugin.json', { cwd: ROOT, ignore: 'src/plugin.json' }).map((file) => ({ file, ...(JSON.parse(read(file)) as { id: string; type: string; name: string; info: { logos: { small: string } } }) }));

  it('are all listed by the app', () => {
    const listed = manifest.includes.filter((i) => i.type === 'panel' || i.type === 'datasource').map(({ type, name }) => `${type} ${name}`);
    expect(listed.sort()).toEqual(nested.map(({ type, name }) => `${type} ${name}`).sort());
  });

  it.each(nested.map((n) => [n.id, n] as const))('%s has its logo and its module beside it', (_, { file, info }) => {
    const folder = path.dirname(file);
    expect(globSync([path.join(folder, info.logos.small), path.join(folder, 'module.{ts,tsx}')], { cwd: ROOT })).toHaveLength(2);
  });

  it('have the id that the code uses, and addresses of the app', () => {
    expect(nested.filter((n) => n.type === 'datasource').map((n) => n.id)).toEqual([DATA_SOURCE_ID]);
    expect(NESTED_ID).toBe(DATA_SOURCE_ID);
    expect(appAssets(`/public/plugins/${DATA_SOURCE_ID}/`)).toBe(`/public/plugins/${APP_ID}/`);
    expect(servicePath('k')).toBe(`/a/${APP_ID}/service?key=k`);
  });

  it('may all be loaded unsigned in docker-compose.yaml', () => {
    const { services } = parse(read('docker-compose.yaml')) as { services: { grafana: { environment: Record<string, string> } } };
    expect(services.grafana.environment['GF_PLUGINS_ALLOW_LOADING_UNSIGNED_PLUGINS']?.split(',')).toEqual(expect.arrayContaining([APP_ID, ...nested.map((n) => n.id)]));
  });
});

describe('provisioning', () => {
  const apps = globSync('provisioning/plugins/*.yaml', { cwd: ROOT }).flatMap((file) => (parse(read(file)) as { apps: Array<{ type: string; jsonData: unknown }> }).apps);

  it('holds settings that the app can read', () => {
    expect(apps.map((a) => a.type)).toEqual([APP_ID]);
    for (const { jsonData } of apps) {
      expect(parseSettings(ownFields(jsonData))).toMatchObject({ ok: true });
    }
  });

  it('names a data source that is provisioned too', () => {
    const sources = globSync('provisioning/datasources/*.yaml', { cwd: ROOT }).flatMap((file) => (parse(read(file)) as { datasources: Array<{ uid: string; type: string }> }).datasources);
    const wanted = apps.flatMap((a) => (a.jsonData as { sources: Array<{ uid: string }> }).sources.map((s) => s.uid));
    expect(sources.map((s) => s.uid)).toEqual(expect.arrayContaining(wanted));
    expect(new Set(sources.map((s) => s.type))).toEqual(new Set(['prometheus', DATA_SOURCE_ID]));
    expect(sources.find((s) => s.type === DATA_SOURCE_ID)?.uid).toBe(DATA_SOURCE_UID);
  });
});

describe('docker-compose.yaml', () => {
  const { services } = parse(read('docker-compose.yaml')) as {
    services: Record<string, { image: string; environment?: Record<string, string>; volumes?: string[]; network_mode?: string; ports?: string[] }>;
  };
  const grafana = services['grafana'];

  it('runs the oldest Grafana the manifest allows', () => {
    const least = /(\d+\.\d+\.\d+)/.exec(manifest.dependencies.grafanaDependency)?.[1];
    expect(grafana?.image).toBe(`grafana/grafana:${least}`);
  });

  it('allows the unsigned plugin, mounts the build and the same provisioning', () => {
    expect(grafana?.environment?.['GF_PLUGINS_ALLOW_LOADING_UNSIGNED_PLUGINS']?.split(',')).toContain(APP_ID);
    expect(grafana?.volumes).toEqual([`./dist:/var/lib/grafana/plugins/${APP_ID}`, './provisioning:/etc/grafana/provisioning']);
  });

  it('reads the Prometheus of the demo over the network they share', () => {
    expect(grafana?.network_mode).toBe('service:demo');
    expect(grafana?.environment?.['PROMETHEUS_URL']).toBe('http://127.0.0.1:9090');
    expect(read('provisioning/datasources/prometheus.yaml')).toContain('${PROMETHEUS_URL}');
  });

  it('publishes to this machine only', () => expect(services['demo']?.ports?.every((p) => p.startsWith('127.0.0.1:'))).toBe(true));
});
