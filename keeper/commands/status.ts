import { poolListSchema, poolSchema, type RoutingPool } from '../../src/domain/routing/poolSchema';
import { capabilitiesSchema } from '../../src/domain/routing/capabilitiesSchema';
import { readConfig, type LocatedConfig } from '../config/readConfig';
import { askKeeper } from './askKeeper';
import type { Command } from './Command';

export const status: Command = {
  name: 'status',
  usage: 'status                what is overridden, by whom, and for how long still',
  run: async (_args, { configPath, env, print }) => {
    const located = await readConfig(configPath, env);
    const capabilities = capabilitiesSchema.safeParse((await askKeeper(located, 'GET', '/v1/capabilities'))?.body);
    if (!capabilities.success) {
      print(`no keeper answers at ${located.config.listen.host}:${located.config.listen.port}`);
      return 1;
    }
    const { server, adapter, lease, frozen } = capabilities.data;
    print(`${server}, ${adapter}, lease held by ${lease.enforcedBy}`);
    print(frozen === null ? 'not frozen' : `FROZEN by ${frozen.by}: ${frozen.reason}`);
    for (const id of await poolIds(located)) {
      const pool = poolSchema.safeParse((await askKeeper(located, 'GET', `/v1/pool?id=${encodeURIComponent(id)}`))?.body);
      print(pool.success ? poolLine(pool.data) : `${id}: no answer`);
    }
    return 0;
  },
};

async function poolIds(located: LocatedConfig): Promise<string[]> {
  const ids: string[] = [];
  let after: string | null = '';
  while (after !== null) {
    const page = poolListSchema.safeParse((await askKeeper(located, 'GET', `/v1/pools?after=${encodeURIComponent(after)}`))?.body);
    ids.push(...(page.success ? page.data.pools.map((p) => p.id) : []));
    after = page.success ? page.data.next : null;
  }
  return ids;
}

function poolLine({ id, override, effective, members, lastEnd }: RoutingPool): string {
  const shares = members.map((m) => `${m.id} ${m.shareBp === null ? 'unknown' : `${m.shareBp} bp`}`).join(', ');
  const held = override === null ? `baseline${lastEnd === null ? '' : ` (last override ended: ${lastEnd.cause})`}` : `${override.holder}, run ${override.runId}: ${Math.ceil(override.remainingMs / 1000)} s left`;
  return `${id}: ${held}; ${effective.state}; ${shares}`;
}
