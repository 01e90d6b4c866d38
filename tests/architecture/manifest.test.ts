import { readFileSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { globSync } from 'glob';
import { parse } from 'yaml';
import { APP_ID, RECORDS_WRITE } from '../../src/adapters/grafana/APP_ID';
import { parseSettings } from '../../src/domain/catalogue/parseSettings';

const ROOT = path.resolve(__dirname, '../..');
const read = (file: string) => readFileSync(path.join(ROOT, file), 'utf8');
const manifest = JSON.parse(read('src/plugin.json')) as {
  id: string;
  includes: Array<{ type: string; path?: string }>;
  roles: Array<{ role: { permissions: Array<{ action: string }> }; grants: string[] }>;
  routes?: Array<{ path: string; method: string; reqAction?: string }>;
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

  it('has no writing route without an action', () => {
    expect((manifest.routes ?? []).filter((r) => r.method !== 'GET' && !r.reqAction)).toEqual([]);
  });
});

describe('provisioning', () => {
  const apps = globSync('provisioning/plugins/*.yaml', { cwd: ROOT }).flatMap((file) => (parse(read(file)) as { apps: Array<{ type: string; jsonData: unknown }> }).apps);

  it('holds settings that the app can read', () => {
    expect(apps.map((a) => a.type)).toEqual([APP_ID]);
    for (const { jsonData } of apps) {
      expect(parseSettings(jsonData)).toMatchObject({ ok: true });
    }
  });

  it('names a data source that is provisioned too', () => {
    const sources = globSync('provisioning/datasources/*.yaml', { cwd: ROOT }).flatMap((file) => (parse(read(file)) as { datasources: Array<{ uid: string; type: string }> }).datasources);
    const wanted = apps.flatMap((a) => (a.jsonData as { sources: Array<{ uid: string }> }).sources.map((s) => s.uid));
    expect(sources.map((s) => s.uid)).toEqual(expect.arrayContaining(wanted));
    expect(new Set(sources.map((s) => s.type))).toEqual(new Set(['prometheus']));
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
