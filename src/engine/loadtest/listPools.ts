import { err, ok, type Result } from '../../domain/base/Result';
import type { PoolList } from '../../domain/routing/poolSchema';
import type { Router } from '../../ports/Router';
import type { LoadTestProblem } from './LoadTestUseCase';
import { routingValue } from './routingValue';
import { unlessAborted } from './unlessAborted';

/** More pages than any endpoint has: one that never ends its list must not keep the page waiting. */
const MOST_PAGES = 50;

/** What a page gets where a stop went first. */
export const STOP_WENT_FIRST: LoadTestProblem = { kind: 'unreachable', message: 'the routing endpoint was not asked to the end, because a stop went first' };

/** Pools at the endpoint, over all pages of its list. @param service as people call it beside the router; null = of all */
export async function listPools(router: Pick<Router, 'pools'>, service: string | null): Promise<Result<PoolList['pools'], LoadTestProblem>> {
  const signal = new AbortController().signal;
  const pools: Array<PoolList['pools'][number]> = [];
  let after: string | null = null;
  for (let page = 0; page < MOST_PAGES; page++) {
    const outcome: Awaited<ReturnType<Router['pools']>> | null = await unlessAborted(router.pools(service, after, signal));
    const listed: Result<PoolList, LoadTestProblem> = outcome === null ? err(STOP_WENT_FIRST) : routingValue(outcome);
    if (!listed.ok) {
      return listed;
    }
    pools.push(...listed.value.pools);
    after = listed.value.next;
    if (after === null) {
      break;
    }
  }
  return ok(pools);
}
