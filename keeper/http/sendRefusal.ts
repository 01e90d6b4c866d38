import type { FastifyReply } from 'fastify';
import type { Refusal } from '../pool/Refusal';
import { problemOf } from './problemOf';

/** A refusal as a problem document. */
export function sendRefusal(reply: FastifyReply, refusal: Refusal): FastifyReply {
  const problem = problemOf(refusal);
  if (problem.retryAfterMs !== undefined) {
    void reply.header('retry-after', String(Math.ceil(problem.retryAfterMs / 1000)));
  }
  return reply.code(problem.status).type('application/problem+json').send(problem);
}
