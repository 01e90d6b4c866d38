import { ok, type Result } from '../../domain/base/Result';
import { serviceName } from '../../domain/records/serviceName';
import type { Router } from '../../ports/Router';
import type { LoadTestProblem } from './LoadTestUseCase';
import { routingValue } from './routingValue';

export interface PoolChoice {
  readonly id: string;
  readonly members: readonly string[];
  readonly overridden: boolean;
}

/** More pages than any endpoint has: one that never ends its list must not keep the page waiting. */
const MOST_PAGES = 50;

/**
 * Pools of a service (null = all) at the endpoint, over all pages of its list. A pool that cannot be read is a problem, not
 * a pool less. @param service key; beside the router an operator names it as people call it
 */
export async function poolsOf(router: Pick<Router, 'pools' | 'pool'>, service: string | null): Promise<Result<readonly PoolChoice[], LoadTestProblem>> {
  const signal = new AbortController().signal;
  const ids: string[] = [];
  let after: string | null = null;
  for (let page = 0; page < MOST_PAGES; page++) {
    const listed: ReturnType<typeof routingValue<{ readonly pools: ReadonlyArray<{ readonly id: string }>; readonly next: string | null }>> = routingValue(
      await router.pools(service === null ? null : serviceName(service), after, signal)
    );
    if (!listed.ok) {
      return listed;
    }
    ids.push(...listed.value.pools.map(({ id }) => id));
    after = listed.value.next;
    if (after === null) {
      break;
    }
  }
  const read = (await Promise.all(ids.map((id) => router.pool(id, signal)))).map((outcome) => routingValue(outcome));
  const found: PoolChoice[] = [];
  for (const pool of read) {
    if (!pool.ok) {
      return pool;
    }
    found.push({ id: pool.value.id, members: pool.value.members.map((m) => m.id), overridden: pool.value.override !== null });
  }
  return ok(found);
}
