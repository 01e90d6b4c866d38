import type { NativeNames } from './journal/NativeNames';
import type { KeeperPool } from './Keeper';

/** What a pool of the configuration is called in its router. */
export const nativeNamesOf = ({ settings, routerId, router }: KeeperPool): NativeNames => ({
  router: routerId,
  adapter: router.traits.adapter,
  routerPool: settings.routerPool,
  members: { ...settings.members },
});
