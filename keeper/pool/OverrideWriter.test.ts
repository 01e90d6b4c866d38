import { begun } from '../begun.fixture';
import { changeRequest } from '../calls/requests';
import type { RouterWrite } from '../routers/RouterAdapter';

it('names the lease in each of its raises, whose numbers grow, and not on the way back', async () => {
  const written: RouterWrite[] = [];
  const { world, take, put, stop } = await begun({
    between: (router) => ({
      traits: router.traits,
      pools: () => router.pools(),
      read: (pool) => router.read(pool),
      write: (pool, write) => {
        written.push(write);
        return router.write(pool, write);
      },
      prolong: () => router.prolong(),
      describe: (pool, write) => router.describe(pool, write),
      close: () => router.close(),
    }),
  });
  const leaseToken = await take({ shares: { a: 3000 } });
  await world.advance(1000);
  await put(changeRequest({ shares: { a: 4000 }, leaseToken, seq: 1 }));
  await stop();
  const [acquired, changed, back] = written;
  expect(written.map(({ ttlMs }) => ttlMs > 0)).toEqual([true, true, false]);
  expect(acquired?.leaseId).toEqual(expect.any(Number));
  expect(changed?.leaseId).toBe(acquired?.leaseId);
  expect(changed?.fence).toBeGreaterThan(acquired?.fence ?? Number.NaN);
  expect(back?.leaseId).toBeUndefined();
});
