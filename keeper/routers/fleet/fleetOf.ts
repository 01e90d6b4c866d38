import type { RouterAdapter } from '../RouterAdapter';
import { RouterFleet } from './RouterFleet';

/** One router as it is, several as a fleet; addresses name them. */
export function fleetOf(addresses: readonly string[], open: (address: string) => RouterAdapter): RouterAdapter {
  const routers = Object.fromEntries([...new Set(addresses)].map((address) => [address, open(address)]));
  const [only, ...more] = Object.values(routers);
  return only && more.length === 0 ? only : new RouterFleet(routers);
}
