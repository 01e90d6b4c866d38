import { parse } from 'yaml';
import { ENGLISH } from '../ENGLISH';
import { configSchema, type KeeperConfig, type PoolConfig } from './configSchema';

/**
 * Reads a configuration from YAML, of which JSON is a part.
 * @throws Error whose message names every wrong field and what it should be
 */
export function parseConfig(text: string): KeeperConfig {
  const parsed = configSchema.safeParse(parse(text) ?? {}, ENGLISH);
  if (!parsed.success) {
    throw new Error(parsed.error.issues.map((issue) => `${fieldName(issue.path)}: ${issue.message}`).join('\n'));
  }
  const wrong = parsed.data.pools.flatMap((pool, index) => contradictions(pool, `pools[${index}]`, parsed.data));
  if (wrong.length > 0) {
    throw new Error(wrong.join('\n'));
  }
  return parsed.data;
}

function contradictions(pool: PoolConfig, field: string, config: KeeperConfig): string[] {
  const servers = Object.values(pool.members);
  const unknown = Object.keys(pool.baseline ?? {}).filter((t) => !Object.hasOwn(pool.members, t));
  const { minTtlSeconds, maxTtlSeconds } = pool.limits;
  const others = config.pools.filter((p) => p !== pool);
  return [
    ...(Object.hasOwn(config.routers, pool.router) ? [] : [`${field}.router: ${pool.router} is not one of routers: ${Object.keys(config.routers).join(', ')}`]),
    ...(new Set(servers).size === servers.length ? [] : [`${field}.members: two targets name the same server`]),
    ...unknown.map((t) => `${field}.baseline.${t}: is not one of members`),
    ...(minTtlSeconds <= maxTtlSeconds ? [] : [`${field}.limits.minTtlSeconds: ${minTtlSeconds} is above maxTtlSeconds, ${maxTtlSeconds}`]),
    ...(others.some((p) => p.id === pool.id) ? [`${field}.id: ${pool.id} is used twice`] : []),
    ...(others.some((p) => p.router === pool.router && p.routerPool === pool.routerPool) ? [`${field}.routerPool: ${pool.routerPool} of ${pool.router} is used twice; the lock is on the pool`] : []),
  ];
}

function fieldName(path: readonly PropertyKey[]): string {
  const name = path.map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`)).join('');
  return name.replace(/^\./, '') || 'the file';
}
