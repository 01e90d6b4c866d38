import type { RoutingReply, RoutingRequest, RoutingTransport } from '../../src/adapters/routing/RoutingTransport';
import { changeSchema, acquireSchema, renewSchema } from '../../src/domain/routing/requestSchema';
import type { RoutingOutcome } from '../../src/domain/routing/RoutingOutcome';
import type { KeeperRouter } from './KeeperRouter';

/** What Grafana's proxy routes would answer of a keeper that is called in-process: the calls a run makes. */
export const proxiedKeeper =
  (keeper: KeeperRouter): RoutingTransport =>
  async (request) =>
    replyOf(await ask(keeper, request));

function ask(keeper: KeeperRouter, { method, path, query, headers, body }: RoutingRequest): Promise<RoutingOutcome<unknown>> {
  const { pool = '', id = '', runId } = query;
  const [revision, key] = [Number((headers['If-Match'] ?? '').replaceAll('"', '')), headers['Idempotency-Key'] ?? ''];
  switch (`${method} ${path}`) {
    case 'GET v1/capabilities':
      return keeper.capabilities();
    case 'GET v1/pool':
      return keeper.pool(id);
    case 'PUT v1/override':
      return changeSchema.safeParse(body).success ? keeper.change(pool, changeSchema.parse(body), revision, key) : keeper.acquire(pool, acquireSchema.parse(body), revision, key);
    case 'POST v1/override/renew':
      return keeper.renew(pool, renewSchema.parse(body));
    case 'DELETE v1/override':
      return keeper.stop(pool, runId ?? null);
    default:
      throw new Error(`a run does not call ${method} ${path}`);
  }
}

function replyOf(outcome: RoutingOutcome<unknown>): RoutingReply {
  switch (outcome.kind) {
    case 'done':
      return json(200, outcome.value);
    case 'pending':
      return json(202, { ...Object(outcome.value), pollAfterMs: outcome.pollAfterMs });
    case 'refused':
      return json(outcome.problem.status, outcome.problem);
    case 'unknown':
    case 'blocked':
      throw new Error(`the keeper itself never answers ${outcome.kind}`);
  }
}

const json = (status: number, body: unknown): RoutingReply => ({ status, body: JSON.stringify(body), redirected: false });
