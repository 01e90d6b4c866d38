import type { RoutingCapabilities } from './capabilitiesSchema';

/** A keeper with a lease in its router. */
export const capabilities: RoutingCapabilities = {
  contract: '1',
  server: 'headroom-keeper 0.1.0',
  adapter: 'haproxy-lua',
  shareStepBp: 1,
  shareRangeBp: { min: 0, max: 10_000 },
  kinds: ['instance'],
  verification: 'router',
  propagationMs: { typical: 50, max: 1_500 },
  lease: { enforcedBy: 'both', minTtlSeconds: 5, maxTtlSeconds: 120, maxLifetimeSeconds: 3_600 },
  singleWriter: 'assumed',
  demandCeiling: 'router',
  dryRun: true,
  frozen: null,
  serverTime: 0,
};
