import type { RouterTraits } from '../RouterAdapter';

/** HAProxy with the lease in its own process. */
export const HAPROXY_LUA_TRAITS: RouterTraits = {
  adapter: 'haproxy-lua',
  verification: 'router',
  propagationMs: { typical: 5, max: 1000 },
  kinds: ['instance', 'version'],
  // The admin socket writes them, too.
  singleWriter: 'assumed',
  leaseEnforcedBy: 'both',
  weight: { min: 0, max: 256, step: 1 },
};
