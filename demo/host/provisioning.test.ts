/** @jest-environment node */
import { HostClient } from './testing/HostClient';
import { HostFolder } from './testing/HostFolder';
import { serveFolder } from './testing/serveFolder';

const SETTINGS = 'api/plugins/headroom-capacity-app/settings';

const APPS = `
apiVersion: 1
apps:
  - type: headroom-capacity-app
    org_id: 1
    jsonData: { endpoint: "$ENDPOINT/v1", price: 3, literal: "$$5" }
    secureJsonData: { token: "\${TOKEN}" }
`;

describe('provisioning', () => {
  const folder = new HostFolder();
  const start = () => serveFolder(folder, { prometheusUrl: 'http://127.0.0.1:9' });

  afterEach(() => {
    delete process.env.ENDPOINT;
    delete process.env.TOKEN;
  });
  afterAll(() => folder.remove());

  it('fills app settings from files, variables expanded, at every start, over what was saved', async () => {
    folder.write('provisioning/plugins/apps.yaml', APPS);
    Object.assign(process.env, { ENDPOINT: 'http://router', TOKEN: 'hush' });
    const first = await start();
    const admin = new HostClient(first.url, 'admin');
    const provisioned = { endpoint: 'http://router/v1', price: 3, literal: '$5' };
    expect((await admin.get(SETTINGS)).body).toMatchObject({
      enabled: true,
      jsonData: provisioned,
      secureJsonFields: { token: true },
    });
    await admin.post(SETTINGS, { enabled: true, jsonData: { endpoint: 'changed' } });
    await first.stop();

    const second = await start();
    const { body } = await new HostClient(second.url, 'admin').get(SETTINGS);
    await second.stop();
    expect(body.jsonData).toEqual(provisioned);
  });

  it('refuses to start for an app that is not there', async () => {
    folder.write('provisioning/plugins/apps.yaml', 'apps: [{ type: other-app }]');
    await expect(start()).rejects.toThrow('"other-app", which is not installed');
    folder.write('provisioning/plugins/apps.yaml', 'apps: []');
  });

  it('keeps data sources made by hand and lets go of those no file names any more', async () => {
    folder.write(
      'provisioning/datasources/a.yaml',
      'datasources: [{ name: A, uid: a, type: prometheus, url: $PROMETHEUS_URL }]'
    );
    const first = await start();
    const admin = new HostClient(first.url, 'admin');
    expect((await admin.get('api/datasources/uid/a')).body).toMatchObject({
      url: 'http://127.0.0.1:9',
      readOnly: true,
    });
    await admin.post('api/datasources', { name: 'Mine', uid: 'mine', type: 'prometheus', url: 'http://127.0.0.1:8' });
    await first.stop();

    folder.write('provisioning/datasources/a.yaml', 'datasources: []');
    const second = await start();
    const { body } = await new HostClient(second.url, 'admin').get('api/datasources');
    await second.stop();
    expect(body.map(({ uid }: { uid: string }) => uid)).toEqual(['mine']);
  });

  it('says what to do when the plugin is not built', async () => {
    await expect(serveFolder(folder, { distDir: `${folder.root}/none` })).rejects.toThrow('build it first');
  });
});
