import swagger from '@fastify/swagger';
import fastify, { type FastifyBaseLogger, type FastifyError, type FastifyInstance } from 'fastify';
import type { Registry } from 'prom-client';
import type { Keeper } from '../Keeper';
import { refuse } from '../pool/Refusal';
import { contractComponents } from './contractComponents';
import { isTokenRight } from './isTokenRight';
import { readRoutes } from './readRoutes';
import { sendRefusal } from './sendRefusal';
import { writeRoutes } from './writeRoutes';

export interface ServerParts {
  readonly keeper: Keeper;
  readonly token: string;
  readonly registry: Registry;
  readonly logger: FastifyBaseLogger | false;
}

const BODY_LIMIT_BYTES = 16_384;
const OPEN_PATHS = new Set(['/metrics', '/v1/openapi.json']);

/** The contract over HTTP. The document is generated from the routes; calls are parsed with the schemas it is made of. */
export async function createServer({ keeper, token, registry, logger }: ServerParts): Promise<FastifyInstance> {
  const server = fastify({
    ...(logger === false ? { logger: false } : { loggerInstance: logger }),
    bodyLimit: BODY_LIMIT_BYTES,
    requestTimeout: 10_000,
    connectionTimeout: 30_000,
    keepAliveTimeout: 65_000,
    forceCloseConnections: true,
    exposeHeadRoutes: false,
  });
  // The schemas of the routes are for the document; parsing is done by the schemas they were made from.
  server.setValidatorCompiler(() => () => true);
  server.setSerializerCompiler(() => (body) => JSON.stringify(body));
  // A stop must not fail for its content type or an empty body, so bodies are read as text and parsed where one is wanted.
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body));
  server.addHook('onRequest', async (request, reply) => {
    if (!OPEN_PATHS.has(request.url.split('?')[0] ?? '') && !isTokenRight(request.headers.authorization, token)) {
      return sendRefusal(reply, refuse('bad_credential', 'send the bearer token of this keeper in the header Authorization'));
    }
    return undefined;
  });
  server.setNotFoundHandler((request, reply) => sendRefusal(reply, refuse('unknown_path', `${request.method} ${request.url.split('?')[0]} is no call of this contract`)));
  server.setErrorHandler((error: FastifyError, request, reply) => {
    if ((error.statusCode ?? 500) < 500) {
      return sendRefusal(reply, refuse('malformed', error.message));
    }
    request.log.error({ err: error }, 'a call failed');
    return sendRefusal(reply, refuse('internal', 'the keeper failed on this call; read the pool before anything else'));
  });
  await server.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Headroom routing contract', version: '1', description: 'Leased, bounded changes to the traffic of one pool member, for load tests in production.' },
      components: { schemas: contractComponents() as Record<string, object>, securitySchemes: { token: { type: 'http', scheme: 'bearer' } } },
      security: [{ token: [] }],
    },
  });
  await server.register(async (scope) => {
    readRoutes(scope, keeper);
    writeRoutes(scope, keeper);
    scope.get('/v1/openapi.json', { schema: { hide: true } }, async () => server.swagger());
    scope.get('/metrics', { schema: { hide: true } }, async (_request, reply) => reply.type(registry.contentType).send(await registry.metrics()));
  });
  return server;
}
