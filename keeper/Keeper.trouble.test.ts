import { begun, codeOf } from './begun.fixture';
import { acquireRequest, changeRequest } from './calls/requests';
import type { MemoryRouter } from './routers/memory/MemoryRouter';
import type { RouterAdapter, RouterReading } from './routers/RouterAdapter';

/** The router in memory, but for what is given. */
const otherwise = (router: MemoryRouter, given: Partial<RouterAdapter>): RouterAdapter => ({
  traits: router.traits,
  pools: () => router.pools(),
  read: (pool) => router.read(pool),
  write: (pool, write) => router.write(pool, write),
  prolong: () => router.prolong(),
  describe: (pool, write) => router.describe(pool, write),
  close: () => router.close(),
  ...given,
});

/** Shows a lease of its own as long as it has one; the weights stay whatever becomes of it. */
function leasedRouter() {
  const router: { lease: RouterReading['lease'] } = { lease: null };
  const between = (inner: MemoryRouter) =>
    otherwise(inner, {
      traits: { ...inner.traits, leaseEnforcedBy: 'both' },
      read: async (pool) => ({ ...(await inner.read(pool)), lease: router.lease }),
      write: async (pool, write) => {
        const result = await inner.write(pool, write);
        router.lease = result.kind === 'applied' && write.ttlMs > 0 ? { fence: write.fence, remainingMs: write.ttlMs } : null;
        return result;
      },
    });
  return { router, between };
}

/** Servers that were scaled away: nobody sees them, and a write to one of them is an error. */
const withoutServers = (router: MemoryRouter, gone: ReadonlySet<string>): RouterAdapter =>
  otherwise(router, {
    read: async (pool) => {
      const reading = await router.read(pool);
      return { ...reading, members: reading.members.filter((m) => !gone.has(m.id)) };
    },
    write: async (pool, write) => (Object.keys(write.weights).some((id) => gone.has(id)) ? { kind: 'failed', detail: 'No such server.' } : router.write(pool, write)),
  });

describe('a disk that is full', () => {
  it('lets a stop restore, which says 202 until it is written down', async () => {
    const { world, take, put, stop, weight } = await begun();
    await take();
    world.disk.fail('no space left on device');
    expect(codeOf(await stop())).toBe(202);
    expect(weight()).toBe(100);
    world.disk.fail(null);
    await world.advance(1100);
    world.killAndRestart();
    expect(codeOf(await put(acquireRequest({ runId: 'run-1' })))).toBe('run_ended');
  });
});

describe('a disk that takes nothing', () => {
  type World = Awaited<ReturnType<typeof begun>>;
  type Order = (w: World) => ReturnType<World['stop']> | ReturnType<World['world']['keeper']['freeze']>;
  const stop: Order = (w) => w.stop();
  const freeze: Order = (w) => w.world.settle(w.world.keeper.freeze('fire', 'root'));
  const breakGlass: Order = (w) => w.world.settle(w.world.keeper.breakGlass('shop', 'root'));
  const full = (w: World) => w.world.disk.fail('no space left on device');
  const stuck = (w: World) => w.world.disk.hang();

  it.each<[string, string, Order, (w: World) => void]>([
    ['full', 'a stop', stop, full],
    ['full', 'a freeze', freeze, full],
    ['full', 'a break glass', breakGlass, full],
    ['stuck', 'a stop', stop, stuck],
    ['stuck', 'a freeze', freeze, stuck],
    ['stuck', 'a break glass', breakGlass, stuck],
  ])('because it is %s lets %s restore all the same, and answer 202', async (_how, _what, order, happen) => {
    const w = await begun();
    await w.take();
    expect(w.weight()).toBe(200);
    happen(w);
    const since = w.world.clock.monotonicMs();
    expect(codeOf(await order(w))).toBe(202);
    expect(w.weight()).toBe(100);
    expect(w.world.clock.monotonicMs() - since).toBeLessThanOrEqual(6000);
  });

  it('gives a weight back within the moment of a freeze, not after the disk has answered', async () => {
    const { world, take, weight } = await begun();
    await take();
    world.disk.hang();
    void world.keeper.freeze('fire', 'root');
    await world.clock.advance(0);
    expect(weight()).toBe(100);
  });

  it('is no reason to look away from an override, while what it refused before is being written', async () => {
    const w = await begun();
    await w.take();
    full(w);
    expect(codeOf(await w.stop())).toBe(202);
    w.world.disk.fail(null);
    await w.take({ runId: 'run-2', shares: { a: 4000 } });
    stuck(w);
    await w.world.advance(2000);
    expect(w.weight()).toBe(200);
    w.world.router.setServing('be-shop', 'srv-b', false);
    await w.world.advance(1100);
    expect(w.weight()).toBe(100);
  });

  it.each<[string, (w: World) => void, (w: World) => void]>([
    ['full', full, (w) => w.world.disk.fail(null)],
    ['stuck', stuck, (w) => w.world.disk.release()],
  ])('keeps a freeze for the time after it was %s', async (_name, happen, mend) => {
    const w = await begun();
    happen(w);
    await freeze(w);
    await w.world.advance(5000);
    mend(w);
    await w.world.advance(1100);
    w.world.killAndRestart();
    expect(codeOf(await w.put(acquireRequest()))).toBe('frozen');
  });
});

describe('a keeper that dies', () => {
  it('restores first when it is back, and the lease is over', async () => {
    const { world, take, weight, put, pool } = await begun();
    const leaseToken = await take();
    world.killAndRestart();
    await world.advance(1100);
    expect(weight()).toBe(100);
    expect((await pool()).lastEnd?.cause).toBe('keeper_restarted');
    expect(codeOf(await put(changeRequest({ leaseToken, seq: 1 })))).toBe('lease_expired');
  });

  it('answers 503 while the router cannot be reached for the restore', async () => {
    const { world, take, put } = await begun();
    const leaseToken = await take();
    world.router.failNext(1000);
    world.killAndRestart();
    await world.advance(2000);
    expect(codeOf(await put(acquireRequest({ runId: 'run-2' }), { revision: 3 }))).toBe('restoring');
    expect(codeOf(await world.settle(world.keeper.renew('shop', { leaseToken, ttlSeconds: 10, evidenceAgeMs: 0 }, false)))).toBe('restoring');
  });

  it('reads a journal whose last line was torn', async () => {
    const { world, take, weight } = await begun();
    await take();
    world.journal.tear();
    world.killAndRestart();
    await world.advance(1100);
    expect(weight()).toBe(100);
  });
});

describe('routers that misbehave', () => {
  it('takes no lease from one that answers and does nothing', async () => {
    const { put, pool, weight } = await begun({ form: 'ignores-writes' });
    expect(codeOf(await put(acquireRequest()))).toBe('router_failed');
    expect((await pool()).override).toBeNull();
    expect(weight()).toBe(100);
  });

  it('calls the state of one that cannot be read unknown', async () => {
    const { put, pool, weight, stop } = await begun({ form: 'write-only', baseline: { a: 100, b: 100, c: 100, d: 100 } });
    expect(codeOf(await put(acquireRequest()))).toBe(202);
    expect((await pool()).effective).toMatchObject({ state: 'unknown', shares: null, source: 'none' });
    expect(weight()).toBe(200);
    expect(codeOf(await stop())).toBe(200);
    expect(weight()).toBe(100);
  });

  it('waits for one that is slow, both ways', async () => {
    const { put, pool, world, stop, weight } = await begun({ form: 'slow', slowMs: 1500 });
    expect(codeOf(await put(acquireRequest()))).toBe(202);
    expect((await pool()).effective.state).toBe('propagating');
    await world.advance(3000);
    expect((await pool()).effective.state).toBe('applied');
    expect(codeOf(await stop())).toBe(202);
    expect((await pool()).effective.state).toBe('propagating');
    await world.advance(3000);
    expect(weight()).toBe(100);
    expect((await pool()).effective.state).toBe('applied');
  });

  it('undoes a write that arrives long after its lease, where the router compares nothing', async () => {
    const oneFence = (router: MemoryRouter): RouterAdapter => otherwise(router, { write: (pool, write) => router.write(pool, { ...write, fence: 1 }) });
    const { world, put, weight, pool } = await begun({ between: oneFence });
    world.router.delayNextWrite(5000);
    expect(codeOf(await put(acquireRequest()))).toBe('router_failed');
    expect(weight()).toBe(100);
    await world.advance(10_000);
    expect(weight()).toBe(100);
    expect((await pool()).effective.state).toBe('applied');
    expect(world.audit.events.map((e) => e.kind)).toContain('late_write');
  });

  it('brings the weights back when the lease inside the router is gone and they are not', async () => {
    const { router, between } = leasedRouter();
    const { world, take, weight, pool } = await begun({ between });
    await take();
    await world.advance(3000);
    expect((await pool()).override).not.toBeNull();
    router.lease = null;
    expect((await pool()).effective.state).toBe('diverged');
    await world.advance(1100);
    expect((await pool()).lastEnd?.cause).toBe('lost');
    expect(weight()).toBe(100);
  });

  it('clears by break glass the mark of a member that was scaled away', async () => {
    const gone = new Set<string>();
    const { world, take, pool, put, weight } = await begun({ between: (router) => withoutServers(router, gone) });
    await take();
    await world.advance(2000);
    world.router.setWeight('be-shop', 'srv-a', 50);
    await world.advance(2000);
    expect((await pool()).effective.state).toBe('diverged');
    gone.add('srv-a');
    world.router.setWeight('be-shop', 'srv-b', 60);
    expect(await world.settle(world.keeper.dryRunBreakGlass('shop'))).toMatchObject({ body: { nativeRequest: 'set be-shop/srv-b 100' } });
    expect(codeOf(await world.settle(world.keeper.breakGlass('shop', 'root')))).toBe(200);
    expect(weight('srv-b')).toBe(100);
    expect(codeOf(await put(acquireRequest({ runId: 'run-2', shares: { b: 4000 } })))).toBe(201);
  });

  it('puts nothing on the router that is not on disk', async () => {
    const { world, put, weight, pool } = await begun();
    world.disk.fail('no space left on device');
    expect(codeOf(await put(acquireRequest()))).toBe('internal');
    expect(weight()).toBe(100);
    world.disk.fail(null);
    await world.advance(2000);
    expect((await pool()).override).toBeNull();
  });
});
