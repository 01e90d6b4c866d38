import { err, ok, type Result } from '../../domain/base/Result';
import { serviceName } from '../../domain/records/serviceName';
import type { Router } from '../../ports/Router';
import { listPools, STOP_WENT_FIRST } from './listPools';
import type { LoadTestProblem } from './LoadTestUseCase';
import { routingValue } from './routingValue';
import { unlessAborted } from './unlessAborted';

export interface PoolChoice {
  readonly id: string;
  readonly members: readonly string[];
  readonly overridden: boolean;
}

/**
 * Pools of a service (null = all) at the endpoint, with their members. A pool that cannot be read is a problem, not
 * a pool less. @param service key; beside the router an operator names it as people call it
 */
export async function poolsOf(router: Pick<Router, 'pools' | 'pool'>, service: string | null): Promise<Result<readonly PoolChoice[], LoadTestProblem>> {
  const signal = new AbortController().signal;
  const listed = await listPools(router, service === null ? null : serviceName(service));
  if (!listed.ok) {
    return listed;
  }
  const read = await Promise.all(listed.value.map(({ id }) => unlessAborted(router.pool(id, signal))));
  const found: PoolChoice[] = [];
  for (const outcome of read) {
    const pool = outcome === null ? err(STOP_WENT_FIRST) : routingValue(outcome);
    if (!pool.ok) {
      return pool;
    }
    found.push({ id: pool.value.id, members: pool.value.members.map((m) => m.id), overridden: pool.value.override !== null });
  }
  return ok(found);
}
