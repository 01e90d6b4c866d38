import type { OverrideAnswer } from '../src/domain/routing/answerSchema';
import type { RoutingPool } from '../src/domain/routing/poolSchema';
import type { AcquireRequest, ChangeRequest } from '../src/domain/routing/requestSchema';
import { acquireRequest } from './calls/requests';
import { VirtualKeeper, type VirtualKeeperOptions } from './calls/VirtualKeeper';
import type { KeeperAnswer } from './pool/Refusal';

let keys = 0;

/** A keeper of the pool `shop` in virtual time, its first look over, with what the tests do to it. */
export async function begun(options: VirtualKeeperOptions = {}) {
  const world = new VirtualKeeper(options);
  await world.advance(1000);
  const pool = async (): Promise<RoutingPool> => {
    const answer = await world.settle(world.keeper.pool('shop'));
    return answer.kind === 'accepted' ? answer.body : Promise.reject(new Error(answer.code));
  };
  const put = async (request: AcquireRequest | ChangeRequest, extra: { revision?: number; key?: string; actor?: string } = {}) => {
    keys += 1;
    const revision = extra.revision ?? (await pool()).revision;
    return world.settle(world.keeper.put({ pool: 'shop', request, revision, key: extra.key ?? `key-${keys}`, actor: extra.actor ?? 'ada' }));
  };
  const take = async (change: Partial<AcquireRequest> = {}) => {
    const answer = await put(acquireRequest(change));
    if (answer.kind === 'refused') {
      throw new Error(`${answer.code}: ${answer.detail}`);
    }
    return answer.body.leaseToken ?? '';
  };
  const stop = (runId: string | null = null) => world.settle(world.keeper.stop('shop', runId, 'bob'));
  const weight = (server = 'srv-a') => world.router.weightOf('be-shop', server);
  return { world, pool, put, take, stop, weight };
}

/** Status of an answer, or the code of its refusal. */
export const codeOf = (answer: KeeperAnswer<unknown>) => (answer.kind === 'refused' ? answer.code : answer.status);
export const poolOf = (answer: KeeperAnswer<OverrideAnswer>) => (answer.kind === 'accepted' ? answer.body.pool : null);
