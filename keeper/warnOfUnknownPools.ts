import type { KeeperPool } from './Keeper';
import type { KeeperLog } from './KeeperLog';
import type { RouterAdapter } from './routers/RouterAdapter';

/**
 * Tells which pools their router does not have: a name misspelt in the configuration would else show only as a router that cannot be read.
 * A router that does not answer is told of elsewhere.
 */
export async function warnOfUnknownPools(pools: readonly KeeperPool[], log: KeeperLog): Promise<void> {
  const asked = new Map<RouterAdapter, Promise<readonly string[] | null>>();
  for (const { settings, routerId, router } of pools) {
    const names = await (asked.get(router) ?? asked.set(router, router.pools().catch(() => null)).get(router));
    if (names && !names.includes(settings.routerPool)) {
      const detail = `router ${routerId} has no pool ${settings.routerPool}; it has ${names.join(', ')}: correct routerPool`;
      log.error({ pool: settings.id, router: routerId }, detail);
    }
  }
}
