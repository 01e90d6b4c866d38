import type { PoolSettings } from '../pool/PoolSettings';
import type { PoolConfig } from './configSchema';

/** Two scrapes, and a second for the way. */
const maxEvidenceAgeMs = (scrapeIntervalSeconds: number): number => (2 * scrapeIntervalSeconds + 1) * 1000;

export function poolSettingsOf(pool: PoolConfig): PoolSettings {
  const { limits } = pool;
  return {
    id: pool.id,
    service: pool.service,
    kind: pool.kind,
    routerPool: pool.routerPool,
    members: pool.members,
    baseline: pool.baseline,
    limits: {
      ceilingBp: limits.ceilingBp,
      largestStepBp: limits.largestStepBp,
      minDwellMs: limits.minDwellSeconds * 1000,
      maxLifetimeMs: limits.maxLifetimeSeconds * 1000,
      minTtlMs: limits.minTtlSeconds * 1000,
      maxTtlMs: limits.maxTtlSeconds * 1000,
      maxEvidenceAgeMs: maxEvidenceAgeMs(pool.scrapeIntervalSeconds),
    },
  };
}
