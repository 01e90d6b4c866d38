import { createServer, type Server } from 'node:http';
import { HAPROXY_LUA_TRAITS } from '../haproxyLua/HAPROXY_LUA_TRAITS';
import { LeaseRouter } from './LeaseRouter';

const servers: Server[] = [];

interface Asked {
  readonly method: string;
  readonly url: string;
  readonly token: string | undefined;
  readonly body: string;
}

/** Something that answers where a router should. */
async function listen(status: number, text: string, asked: Asked[] = [], headers: Record<string, string> = {}): Promise<string> {
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (part: string) => (body += part));
    request.on('end', () => {
      asked.push({ method: request.method ?? '', url: request.url ?? '', token: request.headers.authorization, body });
      if (text !== 'silence') {
        response.writeHead(status, headers).end(text);
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  servers.push(server);
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/headroom`;
}

afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

const state = (weight: number, fence: number | null = 4, incarnation = 'x'): string =>
  JSON.stringify({
    incarnation,
    pool: 'shop',
    members: [{ id: 'a', weight, configured: 100, serving: true, health: 'UP', counters: { sent: 1 } }],
    lease: fence === null ? null : { fence, remaining_ms: 900 },
  });

const problem = (code: string): string => JSON.stringify({ code, detail: 'because' });
const write = { fence: 4, weights: { a: 25 }, baseline: { a: 100 }, ttlMs: 1500.7 };
const router = (url: string, timeoutMs = 20_000): LeaseRouter => new LeaseRouter(HAPROXY_LUA_TRAITS, { url, token: 'secret', timeoutMs });

describe('router with a lease of its own', () => {
  it('is read', async () => {
    const url = await listen(200, state(25));
    expect(await router(url).read('shop')).toMatchObject({ lease: { fence: 4, remainingMs: 900 }, incarnation: 'x', agreed: true });
  });

  it('is sent fence, time in whole milliseconds, weights and baseline, with the token', async () => {
    const asked: Asked[] = [];
    const url = await listen(200, state(25), asked);
    await router(url).write('shop &x', write);
    expect(asked).toEqual([
      { method: 'POST', url: '/headroom/lease?pool=shop%20%26x', token: 'Bearer secret', body: '{"fence":4,"ttl_ms":1500,"weights":{"a":25},"baseline":{"a":100}}' },
    ]);
  });

  it('names the life of the router in every later raise of a lease, never on the way back', async () => {
    const asked: Asked[] = [];
    const one = router(await listen(200, state(25), asked));
    await one.write('shop', { ...write, leaseId: 1 });
    await one.write('shop', { ...write, leaseId: 1, fence: 5 });
    await one.write('shop', { ...write, leaseId: 1, fence: 6 });
    await one.write('shop', { ...write, fence: 7, ttlMs: 0 });
    await one.write('shop', { ...write, leaseId: 2, fence: 8 });
    const lives = asked.map(({ body }) => (JSON.parse(body) as { incarnation?: string }).incarnation);
    expect(lives).toEqual([undefined, 'x', 'x', undefined, undefined]);
  });

  it('is never told 0 for a part of a millisecond, which would be the end of the lease', async () => {
    const asked: Asked[] = [];
    await router(await listen(200, state(25), asked)).prolong('shop', 4, 0.4);
    expect(asked[0]?.body).toBe('{"fence":4,"ttl_ms":1}');
  });

  it.each([
    ['as asked', 200, state(25), { kind: 'applied' }],
    ['200 with the old weight', 200, state(100), { kind: 'ignored', detail: 'a was given weight 25 and has 100' }],
    ['200 without the lease', 200, state(25, null), { kind: 'ignored', detail: 'the router shows no lease' }],
    ['200 with the lease of another', 200, state(25, 9), { kind: 'ignored', detail: 'the router shows a lease with fence 9' }],
    ['an old fence', 409, problem('stale_fence'), { kind: 'stale-fence' }],
    ['another life', 409, problem('other_incarnation'), { kind: 'failed', detail: 'the router was restarted since this lease began' }],
    ['not taken by the router', 409, problem('ignored'), { kind: 'ignored', detail: 'because' }],
    ['an unknown member', 404, problem('unknown_member'), { kind: 'failed', detail: 'unknown_member: because' }],
  ])('tells a write: %s', async (_, status, text, expected) => {
    expect(await router(await listen(status, text)).write('shop', write)).toEqual(expected);
  });

  it.each([
    ['HTML', 200, '<html>Sign in</html>'],
    ['half an answer', 200, state(25).slice(0, 60)],
    ['a state without members', 200, '{"incarnation":"x","pool":"shop","lease":null}'],
    ['a negative weight', 200, state(-1)],
    ['a code nobody knows', 409, problem('tired')],
    ['a bare 401', 401, ''],
    ['a bare 503', 503, 'Service Unavailable'],
  ])('does not take %s for an answer', async (_, status, text) => {
    const url = await listen(status, text);
    await expect(router(url).write('shop', write)).rejects.toThrow(new RegExp(`${url} answered ${status}`));
  });

  it('does not follow a redirect', async () => {
    const url = await listen(307, '', [], { location: 'http://127.0.0.1:1/' });
    await expect(router(url).write('shop', write)).rejects.toThrow(/could not be asked/);
  });

  it('rejects when nothing comes in time, and when nobody is there', async () => {
    await expect(router(await listen(200, 'silence'), 200).read('shop')).rejects.toThrow(/could not be asked.*timeout/i);
    await expect(router('http://127.0.0.1:1/headroom').read('shop')).rejects.toThrow(/127\.0\.0\.1:1.*could not be asked/);
  });

  it('describes what it would send, without the token', () => {
    const text = router('http://127.0.0.1:1').describe('shop', write);
    expect(text).toBe('POST /lease?pool=shop\n{"fence":4,"ttl_ms":1500,"weights":{"a":25},"baseline":{"a":100}}');
  });
});
