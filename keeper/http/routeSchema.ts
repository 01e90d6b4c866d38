import type { FastifySchema } from 'fastify';
import { PROBLEM_STATUS } from '../pool/PROBLEM_STATUS';
import { reference, type ShapeName } from './contractComponents';

export interface RouteText {
  readonly id: string;
  readonly summary: string;
  readonly query?: Readonly<Record<string, { readonly type: 'string' | 'integer'; readonly about: string; readonly required?: true }>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: readonly ShapeName[];
  /** Status -> shapes of the answer. */
  readonly answers: Readonly<Record<number, readonly ShapeName[]>>;
  /** Statuses of problems beside 400, 403, 500 and 503. */
  readonly problems: readonly number[];
}

const DRY_RUN = { dryRun: { type: 'string', about: '`true`: the same checks, nothing is changed' } } as const;
const EVERYWHERE = [400, 403, 500] as const;

/** The document's side of a route; the keeper parses calls with the schemas these are made from. */
export function routeSchema(route: RouteText, isWrite: boolean): FastifySchema {
  const query = { ...route.query, ...(isWrite ? DRY_RUN : {}) };
  const answers = Object.entries(route.answers).map(([status, shapes]) => [status, answer(`Answer ${status}`, 'application/json', shapes)]);
  const problems = [...new Set([...EVERYWHERE, ...route.problems])].map((status) => [status, answer(titles(status), 'application/problem+json', ['Problem'])]);
  const text = {
    operationId: route.id,
    summary: route.summary,
    ...(Object.keys(query).length === 0 ? {} : { querystring: parameters(query) }),
    ...(route.headers === undefined ? {} : { headers: requiredStrings(route.headers) }),
    ...(route.body === undefined ? {} : { body: { content: { 'application/json': { schema: oneOf(route.body) } } } }),
    response: Object.fromEntries([...answers, ...problems]) as Record<string, unknown>,
  };
  return text;
}

const oneOf = (shapes: readonly ShapeName[]): object => (shapes.length === 1 && shapes[0] !== undefined ? reference(shapes[0]) : { anyOf: shapes.map(reference) });

const answer = (description: string, type: string, shapes: readonly ShapeName[]): object => ({ description, content: { [type]: { schema: oneOf(shapes) } } });

const titles = (status: number): string =>
  Object.entries(PROBLEM_STATUS)
    .filter(([, problem]) => problem.status === status)
    .map(([code, { title }]) => `${code}: ${title}`)
    .join('; ');

function parameters(query: NonNullable<RouteText['query']>): object {
  return {
    type: 'object',
    required: Object.entries(query).filter(([, q]) => q.required === true).map(([name]) => name),
    properties: Object.fromEntries(Object.entries(query).map(([name, { type, about }]) => [name, { type, description: about }])),
  };
}

function requiredStrings(headers: Readonly<Record<string, string>>): object {
  return { type: 'object', required: Object.keys(headers), properties: Object.fromEntries(Object.entries(headers).map(([name, description]) => [name, { type: 'string', description }])) };
}
