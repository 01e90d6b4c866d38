import { acquireRequest } from '../calls/requests';
import { VirtualKeeper } from '../calls/VirtualKeeper';

const weightIn = (world: VirtualKeeper): number => world.router.weightOf('be-shop', 'srv-a');

/** A pool whose first member holds a raised share. */
async function raised(): Promise<VirtualKeeper> {
  const world = new VirtualKeeper();
  const pool = await world.settle(world.keeper.pool('shop'));
  const revision = pool.kind === 'accepted' ? pool.body.revision : -1;
  await world.settle(world.keeper.put({ pool: 'shop', request: acquireRequest(), revision, key: 'key-1', actor: 'Ada' }));
  expect(weightIn(world)).toBeGreaterThan(100);
  return world;
}

describe('a baseline that is being put back', () => {
  it('is ordered again when the router keeps the first order to itself, and the late one changes nothing', async () => {
    const world = await raised();
    world.router.delayNextWrite(1_500);
    const stopped = world.keeper.stop('shop', null, 'Ada');
    await world.clock.advance(0);
    await world.clock.advance(240);
    expect(weightIn(world)).toBeGreaterThan(100);
    await world.clock.advance(20);
    expect(weightIn(world)).toBe(100);
    expect(await stopped).toMatchObject({ kind: 'accepted', status: 200 });
    world.router.setWeight('be-shop', 'srv-a', 90);
    await world.clock.advance(1_500);
    expect(weightIn(world)).toBe(90);
  });

  it('is put back by a keeper that starts, before its first turn', async () => {
    const world = await raised();
    world.killAndRestart();
    await world.clock.advance(0);
    expect(weightIn(world)).toBe(100);
    expect(await world.settle(world.keeper.pool('shop'))).toMatchObject({ body: { override: null, lastEnd: { cause: 'keeper_restarted' } } });
  });
});
