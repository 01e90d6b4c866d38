import type { IncomingHttpHeaders } from 'node:http';
import * as z from 'zod/mini';

const contextSchema = z.object({ login: z.optional(z.string()), email: z.optional(z.string()), name: z.optional(z.string()) });
const identitySchema = z.object({ sub: z.string() });
const LONGEST = 200;

/**
 * Who called, for the audit log: the user Grafana's proxy names in X-Grafana-Context, else the subject of X-Grafana-Id.
 * Ask only after the bearer token was right: on any other channel these headers are anybody's claim.
 */
export function actorOf(headers: IncomingHttpHeaders): string {
  const context = contextSchema.safeParse(json(one(headers['x-grafana-context'])));
  const named = context.success ? (context.data.login ?? context.data.email ?? context.data.name) : undefined;
  const payload = one(headers['x-grafana-id']).split('.')[1] ?? '';
  const identity = identitySchema.safeParse(json(Buffer.from(payload, 'base64url').toString()));
  return (named ?? (identity.success ? identity.data.sub : 'holder of the token')).slice(0, LONGEST);
}

const one = (header: string | string[] | undefined): string => (Array.isArray(header) ? (header[0] ?? '') : (header ?? ''));

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
