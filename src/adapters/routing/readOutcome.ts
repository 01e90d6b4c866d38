import * as z from 'zod/mini';
import { problemSchema } from '../../domain/routing/answerSchema';
import type { RoutingOutcome } from '../../domain/routing/RoutingOutcome';
import type { RoutingReply } from './RoutingTransport';

/** Reads the answers of one call. */
export type AnswerSchema<T> = z.ZodMiniType<T>;

const POLL_AFTER_MS = 1000;
const SHOWN_CHARACTERS = 120;
const grafanaMessage = z.object({ message: z.string() });
const pollAfter = z.object({ pollAfterMs: z.optional(z.number().check(z.gte(0))) });

/** The table "Answers" of the contract. Whatever is not in it is `unknown`: read before anything else. */
export function readOutcome<T>({ status, body, redirected }: RoutingReply, schema: AnswerSchema<T>): RoutingOutcome<T> {
  if (redirected) {
    return unknown('the answer came after a redirect, so not from the endpoint: set its final address in the configuration');
  }
  if (status === 200 || status === 201 || status === 202) {
    return readSuccess(status, body, schema);
  }
  if (status === 0 || status === 502 || status === 504) {
    return unknown(status === 0 ? `no answer (${shown(body) || 'the network failed'})` : `the endpoint could not be reached or its answer was lost (${status})`);
  }
  return readRefusal(status, body);
}

function readSuccess<T>(status: number, body: string, schema: AnswerSchema<T>): RoutingOutcome<T> {
  const json = parseJson(body);
  const parsed = schema.safeParse(json);
  if (!parsed.success) {
    return unknown(malformed(status, body, json, parsed.error));
  }
  return status === 202 ? { kind: 'pending', value: parsed.data, pollAfterMs: pollAfter.safeParse(json).data?.pollAfterMs ?? POLL_AFTER_MS } : { kind: 'done', value: parsed.data };
}

function readRefusal<T>(status: number, body: string): RoutingOutcome<T> {
  const json = parseJson(body);
  const problem = problemSchema.safeParse(json);
  if (problem.success && status !== 401) {
    // An endpoint that failed on a call may have carried it out.
    return status >= 500 && status !== 503 ? unknown(`the endpoint failed (${status}): ${shown(problem.data.detail)}`) : { kind: 'refused', problem: problem.data };
  }
  const message = grafanaMessage.safeParse(json);
  switch (status) {
    case 401:
      // The keeper never answers 401: it is Grafana's, and the call did not go out.
      return { kind: 'blocked', status, message: 'Your Grafana session has ended: sign in again.' };
    case 403:
      return { kind: 'blocked', status, message: `Grafana did not let the call through: your role may not do this (${message.data?.message ?? 'no reason given'}).` };
    case 404:
      return message.success
        ? { kind: 'blocked', status, message: `Grafana has no such route (${message.data.message}): is the app enabled, and of the version that this page belongs to?` }
        : unknown(`nothing of the contract answers at this address (404): ${shown(body)}`);
    default:
      return unknown(`an answer that is not in the contract (${status}): ${shown(body)}`);
  }
}

const unknown = (message: string) => ({ kind: 'unknown', message }) as const;

function malformed(status: number, body: string, json: unknown, error: z.core.$ZodError): string {
  if (json === undefined) {
    return /^\s*</.test(body) ? `an HTML page (${status}) instead of an answer: is this the address of the endpoint?` : `an answer (${status}) that is not JSON: ${shown(body)}`;
  }
  const version = z.object({ contract: z.unknown() }).safeParse(json);
  if (version.success && version.data.contract !== '1') {
    return `the endpoint speaks version ${String(version.data.contract)} of the contract, this app speaks 1`;
  }
  const fields = error.issues.slice(0, 3).map((issue) => `${issue.path.map(String).join('.') || 'the document'}: ${issue.message}`);
  return `an answer (${status}) that is not as the contract says: ${fields.join('; ')}`;
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

const shown = (body: string): string => body.replace(/\s+/g, ' ').trim().slice(0, SHOWN_CHARACTERS);
