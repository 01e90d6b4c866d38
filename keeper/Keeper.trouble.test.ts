import { begun, codeOf } from './begun.fixture';
import { acquireRequest, changeRequest } from './calls/requests';
import type { MemoryRouter } from './routers/memory/MemoryRouter';
import type { RouterAdapter } from './routers/RouterAdapter';

describe('a disk that is full', () => {
  it('lets a stop restore, which says 202 until it is written down', async () => {
    const { world, take, put, stop, weight } = await begun();
    await take();
    world.journal.fail('no space left on device');
    expect(codeOf(await stop())).toBe(202);
    expect(weight()).toBe(100);
    world.journal.fail(null);
    await world.advance(1100);
    world.killAndRestart();
    expect(codeOf(await put(acquireRequest({ runId: 'run-1' })))).toBe('run_ended');
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
    const oneFence = (router: MemoryRouter): RouterAdapter => ({
      traits: router.traits,
      pools: () => router.pools(),
      read: (pool) => router.read(pool),
      write: (pool, write) => router.write(pool, { ...write, fence: 1 }),
      prolong: () => router.prolong(),
      describe: (pool, write) => router.describe(pool, write),
      close: () => router.close(),
    });
    const { world, put, weight, pool } = await begun({ between: oneFence });
    world.router.delayNextWrite(5000);
    expect(codeOf(await put(acquireRequest()))).toBe('router_failed');
    expect(weight()).toBe(100);
    await world.advance(10_000);
    expect(weight()).toBe(100);
    expect((await pool()).effective.state).toBe('applied');
    expect(world.audit.events.map((e) => e.kind)).toContain('late_write');
  });

  it('puts nothing on the router that is not on disk', async () => {
    const { world, put, weight, pool } = await begun();
    world.journal.fail('no space left on device');
    expect(codeOf(await put(acquireRequest()))).toBe('internal');
    expect(weight()).toBe(100);
    world.journal.fail(null);
    await world.advance(2000);
    expect((await pool()).override).toBeNull();
  });
});
