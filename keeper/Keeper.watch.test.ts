import { begun, codeOf } from './begun.fixture';
import { acquireRequest } from './calls/requests';
import type { VirtualKeeper } from './calls/VirtualKeeper';

describe('what happens with nobody calling', () => {
  const cases: Array<[string, (world: VirtualKeeper) => void, string]> = [
    ['a member dies, so that the share rises', (w) => w.router.setServing('be-shop', 'srv-b', false), 'membership_changed'],
    ['the router restarts', (w) => w.router.restart(), 'lost'],
    ['somebody sets the baseline by hand', (w) => w.router.setWeight('be-shop', 'srv-a', 100), 'lost'],
    ['somebody sets a third weight', (w) => w.router.setWeight('be-shop', 'srv-a', 50), 'diverged'],
  ];

  it.each(cases)('%s', async (_name, happen, cause) => {
    const { world, take, weight, pool, put } = await begun();
    await take({ shares: { a: 4000 } });
    await world.advance(2000);
    happen(world);
    await world.advance(1100);
    expect((await pool()).lastEnd?.cause).toBe(cause);
    expect(weight()).toBe(cause === 'diverged' ? 50 : 100);
    await world.advance(5000);
    expect(weight()).toBe(cause === 'diverged' ? 50 : 100);
    if (cause === 'diverged') {
      expect((await pool()).effective.state).toBe('diverged');
      expect(codeOf(await put(acquireRequest({ runId: 'run-2' })))).toBe('drifted');
    }
  });

  it('lowers what somebody raised, and marks the pool', async () => {
    const { world, take, weight, pool } = await begun();
    await take({ shares: { a: 2000 } });
    await world.advance(2000);
    world.router.setWeight('be-shop', 'srv-a', 250);
    await world.advance(1100);
    expect(weight()).toBe(100);
    expect((await pool()).effective.state).toBe('diverged');
  });

  it('ends above the demand the client allowed, by the router counting', async () => {
    const { world, take, pool } = await begun();
    await take({ ceilingRps: 100 });
    await world.advance(1000);
    world.router.traffic('be-shop', 200);
    await world.advance(1000);
    expect((await pool()).override).not.toBeNull();
    world.router.traffic('be-shop', 400);
    await world.advance(1000);
    expect((await pool()).lastEnd?.cause).toBe('ceiling');
  });

  it('ends at the time when the wall clock is set back by hours', async () => {
    const { world, take, weight } = await begun();
    await take({ ttlSeconds: 10 });
    world.clock.setWallForward(-7_200_000);
    await world.advance(10_000);
    expect(weight()).toBe(100);
  });
});
