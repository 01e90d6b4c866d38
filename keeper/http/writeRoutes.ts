import type { FastifyInstance, FastifyRequest } from 'fastify';
import * as z from 'zod/mini';
import type { OverrideAnswer } from '../../src/domain/routing/answerSchema';
import { freezeSchema, renewSchema } from '../../src/domain/routing/requestSchema';
import type { Keeper, PutCall } from '../Keeper';
import { refuse, type Refusal } from '../pool/Refusal';
import { actorOf } from './actorOf';
import { parseBody, parseCall, parseIfMatch, parsePutBody } from './parseCall';
import { routeSchema } from './routeSchema';
import { sendAnswer } from './sendAnswer';
import { sendRefusal } from './sendRefusal';

const dryRun = z.pipe(z._default(z.enum(['true', 'false']), 'false'), z.transform((text: 'true' | 'false') => text === 'true'));
const poolQuery = z.object({ pool: z.string(), dryRun });
const stopQuery = z.object({ pool: z.string(), runId: z.optional(z.string().check(z.maxLength(200))), dryRun });
const freezeQuery = z.object({ dryRun });
const POOL = { pool: { type: 'string', about: 'the pool', required: true } } as const;
const LONGEST_KEY = 200;
const revisionOf = (body: OverrideAnswer): number => body.pool.revision;

export function writeRoutes(server: FastifyInstance, keeper: Keeper): void {
  putRoute(server, keeper);
  renewRoute(server, keeper);
  stopRoutes(server, keeper);
  freezeRoutes(server, keeper);
}

function putRoute(server: FastifyInstance, keeper: Keeper): void {
  const schema = routeSchema(
    {
      id: 'override',
      summary: 'Take the lease of a pool, or move a share under it',
      query: POOL,
      headers: { 'if-match': 'revision of the pool as it was read', 'idempotency-key': 'the same for every retry of one call; not needed in a dry run' },
      body: ['Acquire', 'Change'],
      answers: { 200: ['OverrideAnswer', 'DryRunAnswer'], 201: ['OverrideAnswer'], 202: ['OverrideAnswer'] },
      problems: [404, 409, 410, 412, 422, 423, 428, 429, 502, 503],
    },
    true
  );
  server.put('/v1/override', { schema }, async (request, reply) => {
    const query = parseCall(poolQuery, request.query, 'query');
    if (query.kind === 'refused') {
      return sendRefusal(reply, query);
    }
    const call = putCallOf(request, query.value.pool, query.value.dryRun);
    if ('kind' in call) {
      return sendRefusal(reply, call);
    }
    return query.value.dryRun ? sendAnswer(reply, await keeper.dryRunPut(call)) : sendAnswer(reply, await keeper.put(call), revisionOf);
  });
}

function putCallOf(request: FastifyRequest, pool: string, isDryRun: boolean): PutCall | Refusal {
  const revision = parseIfMatch(request.headers['if-match']);
  const header = request.headers['idempotency-key'];
  const key = typeof header === 'string' && header !== '' ? header : null;
  if (revision.kind === 'refused') {
    return revision;
  }
  if (key === null && !isDryRun) {
    return refuse('precondition_missing', 'the header Idempotency-Key is missing');
  }
  if (key !== null && key.length > LONGEST_KEY) {
    return refuse('malformed', `Idempotency-Key has ${key.length} characters; ${LONGEST_KEY} are the most`);
  }
  const body = parsePutBody(request.body);
  return body.kind === 'refused' ? body : { pool, request: body.value, revision: revision.value, key, actor: actorOf(request.headers) };
}

function renewRoute(server: FastifyInstance, keeper: Keeper): void {
  const schema = routeSchema(
    { id: 'renew', summary: 'Prolong the lease on fresh evidence', query: POOL, body: ['Renew'], answers: { 200: ['RenewAnswer'] }, problems: [404, 410, 422, 423, 502, 503] },
    true
  );
  server.post('/v1/override/renew', { schema }, async (request, reply) => {
    const query = parseCall(poolQuery, request.query, 'query');
    const body = parseBody(renewSchema, request.body);
    if (query.kind === 'refused' || body.kind === 'refused') {
      return sendRefusal(reply, query.kind === 'refused' ? query : (body as Refusal));
    }
    return sendAnswer(reply, await keeper.renew(query.value.pool, body.value, query.value.dryRun));
  });
}

function stopRoutes(server: FastifyInstance, keeper: Keeper): void {
  const answers = { 200: ['OverrideAnswer', 'DryRunAnswer'], 202: ['OverrideAnswer'] } as const;
  const stop = routeSchema({ id: 'stop', summary: 'Restore the baseline; no token, no If-Match', query: { ...POOL, runId: { type: 'string', about: 'a run that must not come back' } }, answers, problems: [404] }, true);
  server.delete('/v1/override', { schema: stop }, async (request, reply) => {
    const query = parseCall(stopQuery, request.query, 'query');
    if (query.kind === 'refused') {
      return sendRefusal(reply, query);
    }
    const { pool, runId, dryRun: isDryRun } = query.value;
    return isDryRun ? sendAnswer(reply, await keeper.dryRunStop(pool)) : sendAnswer(reply, await keeper.stop(pool, runId ?? null, actorOf(request.headers)), revisionOf);
  });

  const force = routeSchema({ id: 'breakGlass', summary: 'Force the baseline on a pool whose weights somebody else changed', query: POOL, answers, problems: [404, 502] }, true);
  server.delete('/v1/override/diverged', { schema: force }, async (request, reply) => {
    const query = parseCall(poolQuery, request.query, 'query');
    if (query.kind === 'refused') {
      return sendRefusal(reply, query);
    }
    const { pool, dryRun: isDryRun } = query.value;
    return isDryRun ? sendAnswer(reply, await keeper.dryRunBreakGlass(pool)) : sendAnswer(reply, await keeper.breakGlass(pool, actorOf(request.headers)), revisionOf);
  });
}

function freezeRoutes(server: FastifyInstance, keeper: Keeper): void {
  const freeze = routeSchema({ id: 'freeze', summary: 'Global stop: restores every override and refuses raises', body: ['Freeze'], answers: { 200: ['Capabilities'], 202: ['Capabilities'] }, problems: [] }, true);
  server.post('/v1/freeze', { schema: freeze }, async (request, reply) => {
    const query = parseCall(freezeQuery, request.query, 'query');
    const body = parseBody(freezeSchema, request.body);
    if (query.kind === 'refused' || body.kind === 'refused') {
      return sendRefusal(reply, query.kind === 'refused' ? query : (body as Refusal));
    }
    return sendAnswer(reply, query.value.dryRun ? await keeper.capabilities(null) : await keeper.freeze(body.value.reason, actorOf(request.headers)));
  });

  const unfreeze = routeSchema({ id: 'unfreeze', summary: 'End the global stop', answers: { 200: ['Capabilities'] }, problems: [] }, true);
  server.delete('/v1/freeze', { schema: unfreeze }, async (request, reply) => {
    const query = parseCall(freezeQuery, request.query, 'query');
    if (query.kind === 'refused') {
      return sendRefusal(reply, query);
    }
    return sendAnswer(reply, query.value.dryRun ? await keeper.capabilities(null) : await keeper.unfreeze(actorOf(request.headers)));
  });
}
