import { createHash, timingSafeEqual } from 'node:crypto';

/** Compares the bearer token of a request in constant time, whatever its length. */
export function isTokenRight(authorization: string | undefined, token: string): boolean {
  const given = /^Bearer +(\S+)$/i.exec(authorization ?? '')?.[1] ?? '';
  return timingSafeEqual(digest(given), digest(token));
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
