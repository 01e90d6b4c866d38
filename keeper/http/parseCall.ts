import * as z from 'zod/mini';
import { acquireSchema, changeSchema, type AcquireRequest, type ChangeRequest } from '../../src/domain/routing/requestSchema';
import { ENGLISH } from '../ENGLISH';
import { refuse, type Refusal } from '../pool/Refusal';

interface Parsed<T> {
  readonly kind: 'parsed';
  readonly value: T;
}

/** A body or query as it should be, or a refusal that names the field. */
export function parseCall<T>(schema: z.ZodMiniType<T>, value: unknown, what: string): Parsed<T> | Refusal {
  const result = schema.safeParse(value, ENGLISH);
  if (result.success) {
    return { kind: 'parsed', value: result.data };
  }
  const wrong = result.error.issues.map(({ path, message }) => `${[what, ...path].join('.')}: ${message}`);
  return refuse('malformed', wrong.join('; '));
}

/** JSON text, as `parseCall`. */
export function parseBody<T>(schema: z.ZodMiniType<T>, text: unknown): Parsed<T> | Refusal {
  const json = readJson(text);
  return json === undefined ? refuse('malformed', 'the body is not JSON') : parseCall(schema, json, 'body');
}

/** The body of `PUT /v1/override`: with a lease token it moves a share under that lease, without one it takes the lease. */
export function parsePutBody(text: unknown): Parsed<AcquireRequest | ChangeRequest> | Refusal {
  const json = readJson(text);
  const hasToken = typeof json === 'object' && json !== null && 'leaseToken' in json;
  return hasToken ? parseBody(changeSchema, text) : parseBody(acquireSchema, text);
}

/** The revision of an If-Match header, quoted or bare. */
export function parseIfMatch(header: string | undefined): Parsed<number> | Refusal {
  if (header === undefined || header === '') {
    return refuse('precondition_missing', 'the header If-Match is missing: send the revision of the pool as it was read');
  }
  const revision = /^(?:W\/)?"?(\d{1,15})"?$/.exec(header)?.[1];
  return revision === undefined ? refuse('malformed', `If-Match is ${header}; it must be one revision, such as "12"`) : { kind: 'parsed', value: Number(revision) };
}

function readJson(text: unknown): unknown {
  try {
    return typeof text === 'string' ? (JSON.parse(text) as unknown) : undefined;
  } catch {
    return undefined;
  }
}
