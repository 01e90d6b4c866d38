import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import type { HostReply } from '../http/HostReply';

const KEPT = ['content-type', 'cache-control', 'warning'];

/** Status and body of the data source as they are; of the headers only those that say something about the body. */
export function passOn(response: Response): HostReply {
  const kept = KEPT.flatMap((name) => {
    const value = response.headers.get(name);
    return value === null ? [] : [[name, value]];
  });
  return {
    status: response.status,
    headers: { ...Object.fromEntries(kept), 'content-security-policy': 'sandbox' },
    body: response.body ? Readable.fromWeb(response.body as ReadableStream) : undefined,
  };
}
