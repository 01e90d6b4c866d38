import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { HostUser } from '../access/HostUser';
import { HttpError } from './HttpError';
import { type HostReply, json, message } from './HostReply';
import type { Router } from './Router';
import { orgOf } from './session';

export interface ListenerOptions {
  router: Router;
  subPath: string;
  userOf(request: IncomingMessage): HostUser | undefined;
  /** What to answer somebody who is not signed in, where sign-in is asked for. */
  signedOut(path: string): HostReply | undefined;
  nobody: HostUser;
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) {
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

async function answer(options: ListenerOptions, request: IncomingMessage, signal: AbortSignal): Promise<HostReply> {
  const url = new URL(request.url ?? '/', 'http://stand-in');
  if (!`${url.pathname}/`.startsWith(`${options.subPath}/`)) {
    return message('Not found', 404);
  }
  const path = url.pathname.slice(options.subPath.length) || '/';
  const user = options.userOf(request);
  const orgId = orgOf(request.headers, url.searchParams);
  const refusal = user ? undefined : options.signedOut(path);
  if (refusal) {
    return refusal;
  }
  const found = options.router.find(request.method ?? 'GET', path);
  if (!found) {
    return message('Not found', 404);
  }
  return found.handler({
    method: request.method ?? 'GET',
    path,
    query: url.searchParams,
    headers: request.headers,
    body: await readBody(request),
    params: found.params,
    rest: found.rest,
    user: user ?? options.nobody,
    orgId,
    signal,
  });
}

function replyToError(error: unknown): HostReply {
  if (error instanceof HttpError) {
    return json({ ...error.fields, message: error.message }, error.status);
  }
  if (error instanceof URIError) {
    return message('bad request data', 400);
  }
  console.error('stand-in host:', error);
  return json({ message: error instanceof Error ? error.message : 'Internal Server Error' }, 500);
}

/** Turns Node's request and response into one call of a route, and a route's error into Grafana's error body. */
export function createListener(options: ListenerOptions) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const gone = new AbortController();
    response.on('close', () => gone.abort());
    const reply = await answer(options, request, gone.signal).catch(replyToError);
    response.writeHead(reply.status, reply.headers);
    if (reply.body instanceof Readable) {
      // The browser leaving or the data source breaking off half-way is no fault of the host.
      await pipeline(reply.body, response).catch(() => response.destroy());
      return;
    }
    response.end(reply.body);
  };
}
