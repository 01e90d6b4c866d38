import type { RoutingPool } from '../../domain/routing/poolSchema';
import { AbortError } from '../../ports/AbortError';
import { poolsOf } from './poolsOf';

const pool = (id: string) => ({ id, members: [{ id: `${id}-1` }, { id: `${id}-2` }], override: null }) as unknown as RoutingPool;
const done = <T>(value: T) => ({ kind: 'done' as const, value });
const entry = (id: string) => ({ id, service: null, members: 2, overridden: false });

it('asks by the name people use, and reads every page', async () => {
  const asked: unknown[] = [];
  const found = await poolsOf(
    {
      pools: async (service, after) => {
        asked.push([service, after]);
        return done(after === null ? { pools: [entry('a')], next: 'a' } : { pools: [entry('b')], next: null });
      },
      pool: async (id) => done(pool(id)),
    },
    JSON.stringify(['prom', 'http', 'shop', 'cart'])
  );
  expect(asked).toEqual([['shop/cart', null], ['shop/cart', 'a']]);
  expect(found).toEqual({ ok: true, value: [{ id: 'a', members: ['a-1', 'a-2'], overridden: false }, { id: 'b', members: ['b-1', 'b-2'], overridden: false }] });
});

it('says so when one pool cannot be read, instead of leaving it out', async () => {
  const found = await poolsOf({ pools: async () => done({ pools: [entry('a'), entry('b')], next: null }), pool: async (id) => (id === 'a' ? done(pool(id)) : { kind: 'unknown', message: 'no answer in time' }) }, null);
  expect(found).toMatchObject({ ok: false, error: { kind: 'unreachable', message: 'no answer in time' } });
});

it('ends with an endpoint whose list never ends', async () => {
  let pages = 0;
  await poolsOf({ pools: async () => (pages++, done({ pools: [], next: 'more' })), pool: async (id) => done(pool(id)) }, null);
  expect(pages).toBe(50);
});

it.each<[string, Parameters<typeof poolsOf>[0]]>([
  ['the list', { pools: () => Promise.reject(new AbortError()), pool: async (id) => done(pool(id)) }],
  ['a pool', { pools: async () => done({ pools: [entry('a')], next: null }), pool: () => Promise.reject(new AbortError()) }],
])('is not known when a stop aborts the read of %s', async (_name, router) => {
  expect(await poolsOf(router, null)).toMatchObject({ ok: false, error: { kind: 'unreachable', message: expect.stringContaining('a stop went first') } });
});
