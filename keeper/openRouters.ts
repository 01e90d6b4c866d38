import type { KeeperConfig } from './config/configSchema';
import { ADAPTERS } from './routers/ADAPTERS';
import type { RouterAdapter } from './routers/RouterAdapter';

/**
 * Opens every router of the configuration.
 * @throws Error naming the router and what is wrong with its row; routers opened before are closed
 */
export async function openRouters(config: KeeperConfig): Promise<Map<string, RouterAdapter>> {
  const routers = new Map<string, RouterAdapter>();
  try {
    for (const [id, row] of Object.entries(config.routers)) {
      routers.set(id, await openRouter(id, row.adapter, row.options));
    }
    config.pools.forEach((pool, index) => {
      const traits = routers.get(pool.router)?.traits;
      if (traits !== undefined) {
        checkTraits(traits, pool, `pools[${index}]`);
      }
    });
    return routers;
  } catch (reason) {
    await Promise.all([...routers.values()].map((r) => r.close()));
    throw reason;
  }
}

async function openRouter(id: string, adapter: string, options: unknown): Promise<RouterAdapter> {
  const row = ADAPTERS.find((a) => a.adapter === adapter);
  if (row === undefined) {
    throw new Error(`routers.${id}.adapter: ${adapter} is not one of ${ADAPTERS.map((a) => a.adapter).join(', ')}`);
  }
  return row.open(options).catch((reason: Error) => {
    throw new Error(`routers.${id}: ${reason.message}`);
  });
}

function checkTraits(traits: RouterAdapter['traits'], pool: KeeperConfig['pools'][number], field: string): void {
  if (pool.requireRouterLease && traits.leaseEnforcedBy === 'keeper') {
    throw new Error(`${field}.requireRouterLease: ${traits.adapter} holds no lease of its own; choose a router that does`);
  }
  if (!traits.kinds.includes(pool.kind)) {
    throw new Error(`${field}.kind: ${traits.adapter} has no members of kind ${pool.kind}`);
  }
  if (traits.verification === 'none' && pool.baseline === null) {
    throw new Error(`${field}.baseline: ${traits.adapter} cannot be read, so the weights must be given here`);
  }
}
