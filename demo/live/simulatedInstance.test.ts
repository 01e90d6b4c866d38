/** @jest-environment node */
import { get } from 'node:http';
import { createServer, type AddressInfo } from 'node:net';
import { waitUntil } from '../cli/waitUntil';
import { SERVICES } from '../history/services';
import { type ServiceDefinition } from '../history/serviceDefinition';
import { SimulatedInstance } from './simulatedInstance';

const found = SERVICES.find(({ name }) => name === 'images');
const service: ServiceDefinition = { ...(found as ServiceDefinition), errorShare: 0 };
const PATH = encodeURI(service.routes[0]?.path ?? '/');

let instance: SimulatedInstance;
let url = '';

beforeEach(async () => {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  instance = new SimulatedInstance({ service, cpuMs: 2, random: Math.random });
  await instance.listen(port);
  url = `http://127.0.0.1:${port}`;
});

afterEach(() => instance.close());

const status = (timeoutMs = 5000): Promise<number | string> =>
  fetch(`${url}${PATH}`, { signal: AbortSignal.timeout(timeoutMs) }).then(
    (answer) => answer.status,
    (error: Error) => error.name
  );
const fault = (query: string): Promise<Response> => fetch(`${url}/fault?${query}`, { method: 'POST' });
const metric = async (name: string): Promise<number> => {
  const text = await (await fetch(`${url}/metrics`)).text();
  return Number(new RegExp(`^${name}(?:{.*})? (.*)$`, 'm').exec(text)?.[1]);
};

describe('simulated instance', () => {
  it('serves its routes, the braces of a template escaped or not, and tells of its pool', async () => {
    expect(await status()).toBe(200);
    expect(await metric('go_sql_max_open_connections')).toBe(service.pool?.size);
    expect(await metric('go_sql_in_use_connections')).toBe(0);
    expect((await fetch(`${url}/nowhere`)).status).toBe(404);
  });

  it.each(['/%', '//', '/?%', '/images/%7Bid'])('answers 404 to %s and lives on', async (path) => {
    const code = await new Promise((resolve) => get(`${url}`, { path }, (answer) => resolve(answer.resume().statusCode)));
    expect(code).toBe(404);
    expect(await status()).toBe(200);
  });

  it('fails every request for as long as it is told to', async () => {
    await fault('kind=errors&seconds=0.3');
    expect(await status()).toBe(500);
    expect(await waitUntil(async () => (await status()) === 200, 5000)).toBe(true);
  });

  it('fails some requests and answers others while it is flaky', async () => {
    await fault('kind=flaky&seconds=60');
    const seen = new Set<number | string>();
    expect(await waitUntil(async () => seen.add(await status()).size === 2, 20_000)).toBe(true);
    expect([...seen].sort()).toEqual([200, 500]);
  });

  it('answers late while it is slow, and says so in its own latency', async () => {
    await fault('kind=slow&seconds=60');
    expect(await status()).toBe(200);
    expect(await metric('http_request_duration_seconds_sum')).toBeGreaterThan(0.3);
  });

  it('hangs while its health and its metrics still answer, then goes on', async () => {
    await fault('kind=hang&seconds=0.5');
    expect(await status(150)).toBe('TimeoutError');
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
    expect(await waitUntil(async () => (await status(300)) === 200, 5000)).toBe(true);
  });

  it('crashes and comes back as a new process with counters at zero', async () => {
    expect(await status()).toBe(200);
    expect(await metric('http_requests_total')).toBe(1);
    await fault('kind=crash&seconds=0.3');
    expect(await waitUntil(async () => (await status(300)) === 'TypeError', 5000)).toBe(true);
    const isBack = (): Promise<boolean> => fetch(`${url}/healthz`).then(({ ok }) => ok, () => false);
    expect(await waitUntil(isBack, 5000)).toBe(true);
    expect(await metric('http_requests_total')).toBe(0);
  });

  it.each(['', 'kind=sleep&seconds=1', 'kind=hang', 'kind=hang&seconds=0', 'kind=hang&seconds=601', 'kind=hang&seconds=x'])(
    'refuses the fault %j by name',
    async (query) => {
      const answer = await fault(query);
      expect(answer.status).toBe(400);
      expect(await answer.text()).toMatch(/kind must be|seconds must be/);
      expect(await status()).toBe(200);
    }
  );
});
