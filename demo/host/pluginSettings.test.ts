/** @jest-environment node */
import type { RunningHost } from './HostOptions';
import { HostClient } from './testing/HostClient';
import { HostFolder } from './testing/HostFolder';
import { serveFolder } from './testing/serveFolder';

const SETTINGS = 'api/plugins/headroom-capacity-app/settings';

describe('plugin settings', () => {
  const folder = new HostFolder();
  let host: RunningHost;
  let admin: HostClient;

  const start = () => serveFolder(folder);

  beforeAll(async () => {
    host = await start();
    admin = new HostClient(host.url, 'admin');
  });
  afterAll(async () => {
    await host.stop();
    folder.remove();
  });

  it('start enabled and empty', async () => {
    const { body } = await admin.get(SETTINGS);
    expect(body).toMatchObject({ enabled: true, jsonData: null, secureJsonFields: {} });
  });

  it('replaces jsonData as a whole', async () => {
    await admin.post(SETTINGS, { enabled: true, jsonData: { kept: 1, lost: 2 } });
    await admin.post(SETTINGS, { enabled: true, jsonData: { kept: 3 } });
    expect((await admin.get(SETTINGS)).body.jsonData).toEqual({ kept: 3 });
  });

  it('switches the app off when enabled is not sent', async () => {
    await admin.post(SETTINGS, { jsonData: {} });
    expect((await admin.get(SETTINGS)).body.enabled).toBe(false);
  });

  it('keeps secrets that are not sent again and never shows them', async () => {
    await admin.post(SETTINGS, { enabled: true, jsonData: {}, secureJsonData: { token: 'hush' } });
    await admin.post(SETTINGS, { enabled: true, jsonData: {}, secureJsonData: { other: '' } });
    const { body } = await admin.get(SETTINGS);
    expect(body.secureJsonFields).toEqual({ token: true });
    expect(JSON.stringify(body)).not.toContain('hush');
  });

  it.each(['editor', 'viewer', 'anonymous'])('refuses %s', async (login) => {
    await admin.post(SETTINGS, { enabled: true, jsonData: { mine: true } });
    const { status, body } = await new HostClient(host.url, login).post(SETTINGS, { enabled: true, jsonData: {} });
    expect(status).toBe(403);
    expect(body.message).toContain('plugins:write');
    expect((await admin.get(SETTINGS)).body.jsonData).toEqual({ mine: true });
  });

  it('belong to one organization', async () => {
    await admin.post(SETTINGS, { enabled: true, jsonData: { org: 1 } });
    const other = await admin.get(SETTINGS, { 'x-grafana-org-id': '2' });
    expect(other.body.jsonData).toBeNull();
  });

  it('outlive a restart', async () => {
    await admin.post(SETTINGS, { enabled: true, jsonData: { stays: true } });
    const again = await start();
    const { body } = await new HostClient(again.url, 'viewer').get(SETTINGS);
    await again.stop();
    expect(body.jsonData).toEqual({ stays: true });
  });
});
