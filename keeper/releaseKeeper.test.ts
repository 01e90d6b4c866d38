import { begun } from './begun.fixture';
import { releaseKeeper, RELEASE_WITHIN_MS } from './releaseKeeper';
import type { MemoryRouter } from './routers/memory/MemoryRouter';
import type { RouterAdapter } from './routers/RouterAdapter';

type World = Awaited<ReturnType<typeof begun>>;
const never = new Promise<never>(() => undefined);

/** A router that can be made to answer nothing more. */
function silenceable() {
  const router = { isSilent: false };
  const between = (inner: MemoryRouter): RouterAdapter => ({
    traits: inner.traits,
    pools: () => inner.pools(),
    read: (pool) => (router.isSilent ? never : inner.read(pool)),
    write: (pool, write) => (router.isSilent ? never : inner.write(pool, write)),
    prolong: () => inner.prolong(),
    describe: (pool, write) => inner.describe(pool, write),
    close: () => inner.close(),
  });
  return { router, between };
}

async function released(happen: (w: World, router: { isSilent: boolean }) => void) {
  const { router, between } = silenceable();
  const w = await begun({ between });
  await w.take();
  happen(w, router);
  const since = w.world.clock.monotonicMs();
  const isBack = await w.world.settle(releaseKeeper(w.world.keeper, w.world.clock));
  return { isBack, took: w.world.clock.monotonicMs() - since, weight: w.weight() };
}

it.each<[string, Parameters<typeof released>[0], { isBack: boolean; weight: number; most: number }]>([
  ['a router that answers', () => undefined, { isBack: true, weight: 100, most: 100 }],
  ['a router that fails twice', ({ world }) => world.router.failNext(4), { isBack: true, weight: 100, most: 3000 }],
  ['a silent router', (_, router) => (router.isSilent = true), { isBack: false, weight: 200, most: RELEASE_WITHIN_MS + 100 }],
  ['a disk that hangs', ({ world }) => world.disk.hang(), { isBack: false, weight: 100, most: RELEASE_WITHIN_MS + 100 }],
])('a keeper on its way out before %s', async (_name, happen, { isBack, weight, most }) => {
  const left = await released(happen);
  expect(left).toMatchObject({ isBack, weight });
  expect(left.took).toBeLessThanOrEqual(most);
});

it('leaves a container engine, which waits ten seconds, two for the rest', () => {
  expect(RELEASE_WITHIN_MS).toBeLessThanOrEqual(8000);
});
