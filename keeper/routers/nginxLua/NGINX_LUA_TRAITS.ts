import type { RouterTraits } from '../RouterAdapter';

/** nginx with the lease in a shared dictionary. */
export const NGINX_LUA_TRAITS: RouterTraits = {
  adapter: 'nginx-lua',
  verification: 'router',
  propagationMs: { typical: 5, max: 1000 },
  kinds: ['instance', 'version'],
  // `POST /weight` writes them, too.
  singleWriter: 'assumed',
  leaseEnforcedBy: 'both',
  weight: { min: 0, max: 65_535, step: 1 },
};
