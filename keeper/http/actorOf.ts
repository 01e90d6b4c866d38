import type { IncomingHttpHeaders } from 'node:http';
import * as z from 'zod/mini';
import { UNNAMED_ACTOR } from '../pool/UNNAMED_ACTOR';

const text = z.optional(z.string());
// Grafana writes its own struct without names for JSON (12.3.0: `Login`); whoever stands in for it may write small letters.
const contextSchema = z.object({ Login: text, Email: text, Name: text, login: text, email: text, name: text });
const identitySchema = z.object({ sub: z.string() });
const LONGEST = 200;

/**
 * Who called, for the audit log: the user Grafana's proxy names in X-Grafana-Context, else the subject of X-Grafana-Id.
 * Ask only after the bearer token was right: on any other channel these headers are anybody's claim.
 */
export function actorOf(headers: IncomingHttpHeaders): string {
  const context = contextSchema.safeParse(json(one(headers['x-grafana-context'])));
  const named = context.success ? nameIn(context.data) : undefined;
  const payload = one(headers['x-grafana-id']).split('.')[1] ?? '';
  const identity = identitySchema.safeParse(json(Buffer.from(payload, 'base64url').toString()));
  return (named ?? (identity.success ? identity.data.sub : UNNAMED_ACTOR)).slice(0, LONGEST);
}

/** A service account has a login and no e-mail; Grafana leaves what it does not know empty. */
const nameIn = (context: z.infer<typeof contextSchema>): string | undefined =>
  [context.Login, context.login, context.Email, context.email, context.Name, context.name].find((name) => name !== undefined && name !== '');

const one = (header: string | string[] | undefined): string => (Array.isArray(header) ? (header[0] ?? '') : (header ?? ''));

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
