import { AbortError } from '../../ports/AbortError';
import type { Clock } from '../../ports/Clock';
import { HttpRouter } from './HttpRouter';
import type { RoutingReply, RoutingRequest, RoutingTransport } from './RoutingTransport';

const capabilities = {
  contract: '1', server: 'keeper 1', adapter: 'memory', shareStepBp: 1, shareRangeBp: { min: 0, max: 10_000 }, kinds: ['instance'], verification: 'router',
  propagationMs: { typical: 10, max: 100 }, lease: { enforcedBy: 'keeper', minTtlSeconds: 5, maxTtlSeconds: 60, maxLifetimeSeconds: 3600 },
  singleWriter: 'enforced', demandCeiling: 'router', dryRun: true, frozen: null, serverTime: 1,
};
const pool = {
  id: 'shop', service: null, kind: 'instance', members: [], revision: 3, baseline: {}, override: null, effective: { shares: {}, state: 'applied', source: 'router', observedAt: 1 },
  lastEnd: null, limits: { ceilingBp: 5000, largestStepBp: 1000, minDwellSeconds: 10, maxLifetimeSeconds: 3600, maxEvidenceAgeSeconds: 11 }, serverTime: 1,
};
const problem = (status: number, code: string, more = {}) => ({ status, body: JSON.stringify({ type: 'about:blank', title: 'no', status, detail: 'why', code, ...more }), redirected: false });
const json = (status: number, value: unknown): RoutingReply => ({ status, body: JSON.stringify(value), redirected: false });
const request = { shares: { a: 100 }, ttlSeconds: 20, runId: 'r', reason: 'x', holder: 'h', evidenceAgeMs: 0, maxLifetimeSeconds: 600, ceilingBp: 200, ceilingRps: null };

const never: Clock = { now: () => 0, sleep: () => new Promise(() => undefined) };
const idle = new AbortController().signal;

function routerOf(reply: RoutingReply | RoutingTransport, clock = never) {
  const sent: RoutingRequest[] = [];
  const transport: RoutingTransport = (r, signal) => {
    sent.push(r);
    return typeof reply === 'function' ? reply(r, signal) : Promise.resolve(reply);
  };
  return { router: new HttpRouter(transport, clock), sent };
}

/** Hangs until it is aborted. */
const stalled: RoutingTransport = (_, signal) => new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(new AbortError())));

describe('HttpRouter, answers of the contract', () => {
  const change = (reply: RoutingReply) => routerOf(reply).router.acquire('shop', request, 3, 'k', idle);

  it.each<[string, RoutingReply, object]>([
    ['200: done', json(200, { pool }), { kind: 'done', value: { pool } }],
    ['201: the token', json(201, { pool, leaseToken: 't' }), { kind: 'done', value: { pool, leaseToken: 't' } }],
    ['202: poll', json(202, { pool, pollAfterMs: 250 }), { kind: 'pending', pollAfterMs: 250 }],
    ['202 that does not say when', json(202, { pool }), { kind: 'pending', pollAfterMs: 1000 }],
    ['400 malformed', problem(400, 'malformed'), { kind: 'refused', problem: { code: 'malformed' } }],
    ['404 unknown target', problem(404, 'unknown_target'), { kind: 'refused', problem: { code: 'unknown_target' } }],
    ['403 of the endpoint', problem(403, 'bad_credential'), { kind: 'refused', problem: { code: 'bad_credential' } }],
    ['409 lease held, by whom', problem(409, 'lease_held', { holder: 'mia', remainingMs: 900 }), { kind: 'refused', problem: { holder: 'mia', remainingMs: 900 } }],
    ['410 run ended', problem(410, 'run_ended'), { kind: 'refused', problem: { code: 'run_ended' } }],
    ['412 stale', problem(412, 'revision_stale'), { kind: 'refused', problem: { code: 'revision_stale' } }],
    ['422 above ceiling', problem(422, 'above_ceiling'), { kind: 'refused', problem: { code: 'above_ceiling' } }],
    ['423 frozen', problem(423, 'frozen'), { kind: 'refused', problem: { code: 'frozen' } }],
    ['428 bug', problem(428, 'precondition_missing'), { kind: 'refused', problem: { code: 'precondition_missing' } }],
    ['429 too soon', problem(429, 'step_too_soon', { retryAfterMs: 5 }), { kind: 'refused', problem: { retryAfterMs: 5 } }],
    ['503 restoring', problem(503, 'restoring'), { kind: 'refused', problem: { code: 'restoring' } }],
    ['401 is of Grafana: not applied', json(401, { message: 'session.token.rotate' }), { kind: 'blocked', status: 401 }],
    ['401 in the words of the contract is still not applied', problem(401, 'forbidden'), { kind: 'blocked', status: 401 }],
    ['403 of Grafana', json(403, { message: 'plugin proxy route access denied' }), { kind: 'blocked', status: 403, message: expect.stringContaining('access denied') }],
    ['404 of Grafana', json(404, { message: 'plugin route match not found' }), { kind: 'blocked', status: 404 }],
    ['404 of something else', { status: 404, body: '<h1>nginx</h1>', redirected: false }, { kind: 'unknown' }],
    ['502', { status: 502, body: '', redirected: false }, { kind: 'unknown', message: expect.stringContaining('502') }],
    ['502 although a problem', problem(502, 'router_failed'), { kind: 'unknown' }],
    ['504', { status: 504, body: '', redirected: false }, { kind: 'unknown' }],
    ['500', { status: 500, body: 'oops', redirected: false }, { kind: 'unknown', message: expect.stringContaining('oops') }],
    ['500 of the endpoint itself: it may have done it', problem(500, 'internal'), { kind: 'unknown', message: expect.stringContaining('why') }],
    ['503 without a problem', { status: 503, body: '', redirected: false }, { kind: 'unknown' }],
    ['no network', { status: 0, body: 'Failed to fetch', redirected: false }, { kind: 'unknown', message: expect.stringContaining('Failed to fetch') }],
    ['HTML', { status: 200, body: '<!doctype html>', redirected: false }, { kind: 'unknown', message: expect.stringContaining('HTML page') }],
    ['half an answer', { status: 200, body: JSON.stringify({ pool }).slice(0, 50), redirected: false }, { kind: 'unknown', message: expect.stringContaining('not JSON') }],
    ['an empty answer', { status: 200, body: '', redirected: false }, { kind: 'unknown' }],
    ['a missing field, by name', json(200, { pool: { ...pool, revision: undefined } }), { kind: 'unknown', message: expect.stringContaining('pool.revision') }],
    ['after a redirect', { ...json(200, { pool }), redirected: true }, { kind: 'unknown', message: expect.stringContaining('redirect') }],
    ['an unknown code', problem(409, 'because'), { kind: 'unknown' }],
  ])('%s', async (_, reply, outcome) => expect(await change(reply)).toMatchObject(outcome));

  it.each<[string, unknown, string]>([
    ['another version', { ...capabilities, contract: '2' }, 'speaks version 2'],
    ['another document', { hello: 1 }, 'contract'],
  ])('capabilities of %s are unknown', async (_, value, words) => {
    expect(await routerOf(json(200, value)).router.capabilities(idle)).toMatchObject({ kind: 'unknown', message: expect.stringContaining(words) });
  });
});

describe('HttpRouter, what it sends', () => {
  const all = routerOf(json(500, {}));
  const { router, sent } = all;

  it.each<[string, () => Promise<unknown>, object]>([
    ['capabilities', () => router.capabilities(idle), { method: 'GET', path: 'v1/capabilities', query: {} }],
    ['pools', () => router.pools('s', 'p9', idle), { method: 'GET', path: 'v1/pools', query: { service: 's', after: 'p9' } }],
    ['pool', () => router.pool('a/b?c', idle), { method: 'GET', path: 'v1/pool', query: { id: 'a/b?c' } }],
    ['acquire', () => router.acquire('shop', request, 3, 'key', idle), { method: 'PUT', path: 'v1/override', query: { pool: 'shop' }, headers: { 'If-Match': '"3"', 'Idempotency-Key': 'key' }, body: request }],
    ['dry run', () => router.dryRun('shop', request, 3, idle), { method: 'PUT', path: 'v1/override', query: { pool: 'shop', dryRun: 'true' }, headers: { 'If-Match': '"3"' } }],
    ['renew', () => router.renew('shop', { leaseToken: 't', ttlSeconds: 20, evidenceAgeMs: 1 }, idle), { method: 'POST', path: 'v1/override/renew', query: { pool: 'shop' } }],
    ['stop', () => router.stop('shop', 'r1'), { method: 'DELETE', path: 'v1/override', query: { pool: 'shop', runId: 'r1' }, headers: {}, body: undefined }],
    ['stop without a run', () => router.stop('shop', null), { method: 'DELETE', path: 'v1/override', query: { pool: 'shop' } }],
    ['break glass', () => router.stopDiverged('shop'), { method: 'DELETE', path: 'v1/override/diverged', query: { pool: 'shop' } }],
    ['freeze', () => router.freeze('why'), { method: 'POST', path: 'v1/freeze', body: { reason: 'why' } }],
    ['unfreeze', () => router.unfreeze(), { method: 'DELETE', path: 'v1/freeze' }],
    ['events', () => router.events('shop', 7, idle), { method: 'GET', path: 'v1/events', query: { pool: 'shop', after: '7' } }],
  ])('%s', async (_, call, expected) => {
    await call();
    expect(sent.at(-1)).toMatchObject(expected);
  });
});

describe('HttpRouter, waiting', () => {
  it('gives up on an answer that does not come, frees the connection and knows nothing', async () => {
    const aborted = jest.fn();
    const { router } = routerOf((r, signal) => (signal.addEventListener('abort', aborted), stalled(r, signal)), { now: () => 0, sleep: () => Promise.resolve() });
    expect(await router.renew('shop', { leaseToken: 't', ttlSeconds: 20, evidenceAgeMs: 1 }, idle)).toEqual({ kind: 'unknown', message: 'no answer within 10 s' });
    expect(aborted).toHaveBeenCalled();
  });

  it('aborts what the caller aborts', async () => {
    const mine = new AbortController();
    const call = routerOf(stalled).router.pool('shop', mine.signal);
    mine.abort();
    await expect(call).rejects.toThrow(AbortError);
  });

  it('sends nothing for a caller who has aborted already', async () => {
    const { router, sent } = routerOf(json(200, capabilities));
    await expect(router.capabilities(AbortSignal.abort())).rejects.toThrow(AbortError);
    expect(sent).toEqual([]);
  });

  it('stop goes first: six stalled calls are aborted before it is sent, and it is not', async () => {
    let free = 6;
    const browser: RoutingTransport = (r, signal) => {
      if (free === 0) {
        return new Promise(() => undefined);
      }
      free--;
      return r.method === 'DELETE' ? Promise.resolve(json(200, { pool })) : stalled(r, signal).finally(() => free++);
    };
    const { router } = routerOf((r, signal) => {
      if (r.method !== 'DELETE') {
        signal.addEventListener('abort', () => (free = 6));
      }
      return browser(r, signal);
    });
    const others = Array.from({ length: 6 }, () => router.pool('shop', idle));
    const settled = Promise.allSettled(others);
    expect(await router.stop('shop', 'r')).toMatchObject({ kind: 'done' });
    expect((await settled).map((s) => s.status)).toEqual(Array.from({ length: 6 }, () => 'rejected'));
  });

  it('two stops do not abort each other', async () => {
    const { router } = routerOf(json(200, { pool }));
    expect(await Promise.all([router.stop('shop', null), router.stop('shop', null)])).toMatchObject([{ kind: 'done' }, { kind: 'done' }]);
  });

  it('is unknown when the transport itself breaks', async () => {
    expect(await routerOf(() => Promise.reject(new TypeError('boom'))).router.pool('shop', idle)).toMatchObject({ kind: 'unknown', message: expect.stringContaining('boom') });
  });
});
