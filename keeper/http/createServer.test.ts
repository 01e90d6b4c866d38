import { execFileSync } from 'node:child_process';
import type { FastifyInstance } from 'fastify';
import { answerValidators } from '../calls/answerValidators';
import { acquireRequest } from '../calls/requests';
import { VirtualKeeper } from '../calls/VirtualKeeper';
import { PrometheusGauges } from '../metrics/PrometheusGauges';
import type { ShapeName } from './contractComponents';
import { contractDocument } from './contractDocument';
import { createServer } from './createServer';

const TOKEN = 'a-secret-of-some-length';
const RENEW = { leaseToken: 'guessed', ttlSeconds: 10, evidenceAgeMs: 0 };

interface Ask {
  readonly method: 'GET' | 'PUT' | 'POST' | 'DELETE';
  readonly url: string;
  readonly body?: string | object;
  readonly headers?: Readonly<Record<string, string>>;
}

let server: FastifyInstance;
let world: VirtualKeeper;
let address: string;
const validators = answerValidators();

beforeEach(async () => {
  const gauges = new PrometheusGauges();
  world = new VirtualKeeper({ gauges });
  await world.advance(1000);
  server = await createServer({ keeper: world.keeper, token: TOKEN, registry: gauges.registry, logger: false });
  address = await server.listen({ host: '127.0.0.1', port: 0 });
});

afterEach(() => server.close());

async function ask({ method, url, body, headers }: Ask) {
  const payload = typeof body === 'object' ? JSON.stringify(body) : body;
  const response = await fetch(`${address}${url}`, { method, headers: { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json', ...headers }, body: payload });
  return { status: response.status, headers: Object.fromEntries(response.headers), body: (await response.json()) as Record<string, unknown> };
}

const put = (headers: Readonly<Record<string, string>>, body: string | object = acquireRequest(), url = '/v1/override?pool=shop'): Ask => ({ method: 'PUT', url, body, headers });
const WITH_KEY = { 'if-match': '"1"', 'idempotency-key': 'k' };

/** The validator is an ES module, which the test runner does not load; a process of its own does. */
function verdictOf(document: object): unknown {
  const program = "import { Validator } from '@seriousme/openapi-schema-validator'; import { text } from 'node:stream/consumers'; const r = await new Validator().validate(JSON.parse(await text(process.stdin))); console.log(JSON.stringify(r));";
  return JSON.parse(execFileSync(process.execPath, ['--input-type=module', '-e', program], { input: JSON.stringify(document), encoding: 'utf8' }));
}

it('lists no code that this keeper never sends', async () => {
  const paths = JSON.stringify(((await contractDocument()) as { paths: object }).paths);
  expect(paths).toContain('bad_credential: ');
  expect(paths).not.toMatch(/forbidden|not_supported/);
});

it('publishes a valid OpenAPI 3.1 document with every call of the contract', async () => {
  const document = (await contractDocument()) as { openapi: string; paths: Record<string, object> };
  expect(verdictOf(document)).toMatchObject({ valid: true });
  expect(document.openapi).toBe('3.1.0');
  const calls = Object.entries(document.paths).flatMap(([path, verbs]) => Object.keys(verbs).map((verb) => `${verb} ${path}`));
  expect(calls.sort()).toEqual([
    'delete /v1/freeze',
    'delete /v1/override',
    'delete /v1/override/diverged',
    'get /v1/capabilities',
    'get /v1/events',
    'get /v1/pool',
    'get /v1/pools',
    'post /v1/freeze',
    'post /v1/override/renew',
    'put /v1/override',
  ]);
});

it.each<[string, Ask, number, ShapeName]>([
  ['capabilities', { method: 'GET', url: '/v1/capabilities' }, 200, 'Capabilities'],
  ['capabilities of one pool', { method: 'GET', url: '/v1/capabilities?pool=shop' }, 200, 'Capabilities'],
  ['the list of pools', { method: 'GET', url: '/v1/pools?service=shop&limit=1' }, 200, 'PoolList'],
  ['a pool', { method: 'GET', url: '/v1/pool?id=shop' }, 200, 'Pool'],
  ['an acquire', put(WITH_KEY), 201, 'OverrideAnswer'],
  ['a dry run without a key', put({ 'if-match': '"1"' }, acquireRequest(), '/v1/override?pool=shop&dryRun=true'), 200, 'DryRunAnswer'],
  ['a stop with an empty body of any kind', { method: 'DELETE', url: '/v1/override?pool=shop&runId=r', body: '' }, 200, 'OverrideAnswer'],
  ['a dry stop', { method: 'DELETE', url: '/v1/override?pool=shop&dryRun=true' }, 200, 'DryRunAnswer'],
  ['breaking the glass', { method: 'DELETE', url: '/v1/override/diverged?pool=shop' }, 200, 'OverrideAnswer'],
  ['a freeze', { method: 'POST', url: '/v1/freeze', body: { reason: 'sale day' } }, 200, 'Capabilities'],
  ['an unfreeze', { method: 'DELETE', url: '/v1/freeze' }, 200, 'Capabilities'],
  ['the audit log', { method: 'GET', url: '/v1/events?pool=shop&after=0' }, 200, 'AuditList'],
  ['an unknown pool', { method: 'GET', url: '/v1/pool?id=nope' }, 404, 'Problem'],
  ['an unknown path', { method: 'GET', url: '/v2/pool' }, 404, 'Problem'],
  ['a verb the path has not', { method: 'PUT', url: '/v1/pool?id=shop' }, 404, 'Problem'],
  ['a missing parameter', { method: 'GET', url: '/v1/pool' }, 400, 'Problem'],
  ['a parameter given twice', { method: 'GET', url: '/v1/pool?id=shop&id=shop' }, 400, 'Problem'],
  ['a body that is not JSON', put(WITH_KEY, '{'), 400, 'Problem'],
  ['a body with a field too many', put(WITH_KEY, { ...acquireRequest(), force: true }), 400, 'Problem'],
  ['a body above the limit', put(WITH_KEY, 'x'.repeat(20_000)), 400, 'Problem'],
  ['three targets', put(WITH_KEY, acquireRequest({ shares: { a: 1, b: 1, c: 1 } })), 400, 'Problem'],
  ['a share that is no whole number', put(WITH_KEY, acquireRequest({ shares: { a: 12.5 } })), 400, 'Problem'],
  ['a missing If-Match', put({ 'idempotency-key': 'k' }), 428, 'Problem'],
  ['a missing key', put({ 'if-match': '"1"' }), 428, 'Problem'],
  ['an If-Match that is no revision', put({ ...WITH_KEY, 'if-match': '*' }), 400, 'Problem'],
  ['a stale revision', put({ ...WITH_KEY, 'if-match': '"7"' }), 412, 'Problem'],
  ['a renewal with a guessed token', { method: 'POST', url: '/v1/override/renew?pool=shop', body: RENEW }, 410, 'Problem'],
  ['a freeze without a reason', { method: 'POST', url: '/v1/freeze', body: {} }, 400, 'Problem'],
  ['a dry run that is neither', { method: 'DELETE', url: '/v1/override?pool=shop&dryRun=maybe' }, 400, 'Problem'],
])('answers %s as the document says', async (_name, call, status, shape) => {
  const answer = await ask(call);
  expect(answer.status).toBe(status);
  expect(validators[shape](answer.body) || validators[shape].errors).toBe(true);
  expect(answer.headers['content-type']).toContain(shape === 'Problem' ? 'application/problem+json' : 'application/json');
});

it.each([
  ['none', ''],
  ['a wrong one', 'Bearer wrong'],
  ['one of another scheme', `Basic ${TOKEN}`],
  ['the right one with more behind it', `Bearer ${TOKEN}x`],
])('refuses a credential when it is %s, and never with 401', async (_name, authorization) => {
  const answer = await ask({ method: 'DELETE', url: '/v1/override?pool=shop', headers: { authorization } });
  expect([answer.status, answer.body.code]).toEqual([403, 'bad_credential']);
});

it('sends the revision as ETag, and takes it back', async () => {
  const pool = await ask({ method: 'GET', url: '/v1/pool?id=shop' });
  expect(pool.headers.etag).toBe(`"${String(pool.body.revision)}"`);
  expect((await ask(put({ ...WITH_KEY, 'if-match': String(pool.headers.etag) }))).status).toBe(201);
});

it.each([
  ['the user as Grafana 12.3 writes it', { 'x-grafana-context': JSON.stringify({ UserID: 1, OrgRole: 'Editor', Login: 'ada', Name: '', Email: 'ada@example.org' }) }, 'ada'],
  ['the address where there is no login', { 'x-grafana-context': JSON.stringify({ Login: '', Name: 'Ada', Email: 'ada@example.org' }) }, 'ada@example.org'],
  ['the user Grafana names', { 'x-grafana-context': JSON.stringify({ login: 'ada', email: 'ada@example.org' }) }, 'ada'],
  ['the subject of the identity', { 'x-grafana-id': `x.${Buffer.from('{"sub":"user:7"}').toString('base64url')}.y` }, 'user:7'],
  ['nobody in particular where neither can be read', { 'x-grafana-context': '{', 'x-grafana-id': 'x' }, 'holder of the token'],
])('writes into the audit log %s', async (_name, headers, actor) => {
  await ask(put({ ...WITH_KEY, ...headers }, acquireRequest({ holder: 'somebody else' })));
  expect(world.audit.events.find((e) => e.kind === 'acquired')?.actor).toBe(actor);
});

it('shows its metrics without a credential', async () => {
  await ask(put(WITH_KEY));
  await ask({ method: 'DELETE', url: '/v1/override?pool=shop' });
  const metrics = await (await fetch(`${address}/metrics`)).text();
  expect(metrics).toContain('headroom_keeper_restores_total{pool="shop",cause="stopped"} 1');
  expect(metrics).toContain('headroom_keeper_active_overrides{pool="shop"} 0');
  expect(metrics).toMatch(/headroom_keeper_last_tick_timestamp_seconds \d/);
  expect(metrics).toContain('headroom_keeper_frozen 0');
  expect(metrics).toContain('headroom_keeper_clock_offset_seconds 0');
});

it('refuses with 423 while frozen', async () => {
  await ask({ method: 'POST', url: '/v1/freeze', body: { reason: 'sale day' } });
  expect(await ask(put(WITH_KEY))).toMatchObject({ status: 423, body: { code: 'frozen' } });
});
