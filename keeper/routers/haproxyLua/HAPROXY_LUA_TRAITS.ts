import type { RouterTraits } from '../RouterAdapter';

/** HAProxy with the lease in its own process. */
export const HAPROXY_LUA_TRAITS: RouterTraits = {
  adapter: 'haproxy-lua',
  verification: 'router',
  propagationMs: { typical: 5, max: 1000 },
  kinds: ['instance', 'version'],
  singleWriter: 'enforced',
  leaseEnforcedBy: 'both',
  weight: { min: 0, max: 256, step: 1 },
};
