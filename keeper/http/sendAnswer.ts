import type { FastifyReply } from 'fastify';
import type { KeeperAnswer } from '../pool/Refusal';
import { sendRefusal } from './sendRefusal';

/** Answers never come from a cache: what was true a second ago is no ground to act. A revision goes out as ETag too. */
export function sendAnswer<T>(reply: FastifyReply, answer: KeeperAnswer<T>, revisionOf: (body: T) => number | null = () => null): FastifyReply {
  if (answer.kind === 'refused') {
    return sendRefusal(reply, answer);
  }
  const revision = revisionOf(answer.body);
  if (revision !== null) {
    void reply.header('etag', `"${revision}"`);
  }
  return reply.code(answer.status).header('cache-control', 'no-store').type('application/json').send(answer.body);
}
