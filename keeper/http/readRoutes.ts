import type { FastifyInstance } from 'fastify';
import * as z from 'zod/mini';
import type { Keeper } from '../Keeper';
import { accept } from '../pool/Refusal';
import { parseCall } from './parseCall';
import { routeSchema } from './routeSchema';
import { sendAnswer } from './sendAnswer';
import { sendRefusal } from './sendRefusal';

const PAGE = 100;
const whole = z.pipe(z.pipe(z.string().check(z.regex(/^\d{1,15}$/, 'must be a whole number')), z.transform(Number)), z.int());
const limit = z._default(z.pipe(whole, z.int().check(z.gte(1), z.lte(1000))), PAGE);

const capabilitiesQuery = z.object({ pool: z.optional(z.string()) });
const poolsQuery = z.object({ service: z.optional(z.string()), after: z.optional(z.string()), limit });
const poolQuery = z.object({ id: z.string() });
const eventsQuery = z.object({ pool: z.optional(z.string()), after: z._default(whole, 0), limit });

export function readRoutes(server: FastifyInstance, keeper: Keeper): void {
  const capabilities = routeSchema({ id: 'capabilities', summary: 'What this endpoint can promise', query: { pool: { type: 'string', about: 'only for this pool' } }, answers: { 200: ['Capabilities'] }, problems: [404] }, false);
  server.get('/v1/capabilities', { schema: capabilities }, async (request, reply) => {
    const query = parseCall(capabilitiesQuery, request.query, 'query');
    return query.kind === 'refused' ? sendRefusal(reply, query) : sendAnswer(reply, await keeper.capabilities(query.value.pool ?? null));
  });

  const pools = routeSchema(
    {
      id: 'pools',
      summary: 'Pools, by name, a page at a time',
      query: { service: { type: 'string', about: 'only of this service' }, after: { type: 'string', about: '`next` of the page before' }, limit: { type: 'integer', about: `at most so many, ${PAGE} by default` } },
      answers: { 200: ['PoolList'] },
      problems: [],
    },
    false
  );
  server.get('/v1/pools', { schema: pools }, async (request, reply) => {
    const query = parseCall(poolsQuery, request.query, 'query');
    return query.kind === 'refused' ? sendRefusal(reply, query) : sendAnswer(reply, accept(200, keeper.list(query.value.service ?? null, query.value.after ?? null, query.value.limit)));
  });

  const pool = routeSchema({ id: 'pool', summary: 'One pool as the router has it now', query: { id: { type: 'string', about: 'the pool', required: true } }, answers: { 200: ['Pool'] }, problems: [404] }, false);
  server.get('/v1/pool', { schema: pool }, async (request, reply) => {
    const query = parseCall(poolQuery, request.query, 'query');
    return query.kind === 'refused' ? sendRefusal(reply, query) : sendAnswer(reply, await keeper.pool(query.value.id), (body) => body.revision);
  });

  const events = routeSchema(
    {
      id: 'events',
      summary: 'The audit log, oldest first',
      query: { pool: { type: 'string', about: 'only of this pool' }, after: { type: 'integer', about: 'only later than this event' }, limit: { type: 'integer', about: `at most so many, ${PAGE} by default` } },
      answers: { 200: ['AuditList'] },
      problems: [404],
    },
    false
  );
  server.get('/v1/events', { schema: events }, async (request, reply) => {
    const query = parseCall(eventsQuery, request.query, 'query');
    return query.kind === 'refused' ? sendRefusal(reply, query) : sendAnswer(reply, await keeper.events(query.value.pool ?? null, query.value.after, query.value.limit));
  });
}
