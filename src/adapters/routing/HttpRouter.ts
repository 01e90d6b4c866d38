import { auditListSchema, dryRunAnswerSchema, overrideAnswerSchema, renewAnswerSchema } from '../../domain/routing/answerSchema';
import { capabilitiesSchema } from '../../domain/routing/capabilitiesSchema';
import { poolListSchema, poolSchema } from '../../domain/routing/poolSchema';
import type { AcquireRequest, ChangeRequest, RenewRequest } from '../../domain/routing/requestSchema';
import type { RoutingOutcome } from '../../domain/routing/RoutingOutcome';
import { AbortError, isAbortError } from '../../ports/AbortError';
import type { Clock } from '../../ports/Clock';
import type { Router } from '../../ports/Router';
import { readOutcome, type AnswerSchema } from './readOutcome';
import type { RoutingReply, RoutingRequest, RoutingTransport } from './RoutingTransport';

const READ_TIMEOUT_MS = 5000;
const WRITE_TIMEOUT_MS = 10_000;

type Call = Pick<RoutingRequest, 'method' | 'path'> & Partial<RoutingRequest>;

/**
 * The routing endpoint over the app's proxy routes. Nothing is repeated here: the caller reads after an unknown outcome
 * and repeats with the same key. A stop first aborts every other call of this client, because a browser has six
 * connections an origin and stalled ones would hold it up; such a call rejects with AbortError.
 */
export class HttpRouter implements Router {
  private readonly running = new Set<AbortController>();

  constructor(
    private readonly transport: RoutingTransport,
    private readonly clock: Clock
  ) {}

  capabilities(signal: AbortSignal) {
    return this.call({ method: 'GET', path: 'v1/capabilities' }, capabilitiesSchema, signal);
  }

  pools(service: string | null, after: string | null, signal: AbortSignal) {
    return this.call({ method: 'GET', path: 'v1/pools', query: { ...(service !== null && { service }), ...(after !== null && { after }) } }, poolListSchema, signal);
  }

  pool(id: string, signal: AbortSignal) {
    return this.call({ method: 'GET', path: 'v1/pool', query: { id } }, poolSchema, signal);
  }

  acquire(pool: string, request: AcquireRequest, revision: number, key: string, signal: AbortSignal) {
    return this.call({ method: 'PUT', path: 'v1/override', query: { pool }, headers: writeHeaders(revision, key), body: request }, overrideAnswerSchema, signal);
  }

  change(pool: string, request: ChangeRequest, revision: number, key: string, signal: AbortSignal) {
    return this.call({ method: 'PUT', path: 'v1/override', query: { pool }, headers: writeHeaders(revision, key), body: request }, overrideAnswerSchema, signal);
  }

  dryRun(pool: string, request: AcquireRequest, revision: number, signal: AbortSignal) {
    return this.call({ method: 'PUT', path: 'v1/override', query: { pool, dryRun: 'true' }, headers: { 'If-Match': entityTag(revision) }, body: request }, dryRunAnswerSchema, signal);
  }

  renew(pool: string, request: RenewRequest, signal: AbortSignal) {
    return this.call({ method: 'POST', path: 'v1/override/renew', query: { pool }, body: request }, renewAnswerSchema, signal);
  }

  stop(pool: string, runId: string | null) {
    return this.callFirst({ method: 'DELETE', path: 'v1/override', query: { pool, ...(runId !== null && { runId }) } }, overrideAnswerSchema);
  }

  stopDiverged(pool: string) {
    return this.callFirst({ method: 'DELETE', path: 'v1/override/diverged', query: { pool } }, overrideAnswerSchema);
  }

  freeze(reason: string) {
    return this.callFirst({ method: 'POST', path: 'v1/freeze', body: { reason } }, capabilitiesSchema);
  }

  unfreeze() {
    return this.send({ method: 'DELETE', path: 'v1/freeze' }, capabilitiesSchema, new AbortController());
  }

  events(pool: string | null, after: number | null, signal: AbortSignal) {
    return this.call({ method: 'GET', path: 'v1/events', query: { ...(pool !== null && { pool }), ...(after !== null && { after: String(after) }) } }, auditListSchema, signal);
  }

  private callFirst<T>(call: Call, schema: AnswerSchema<T>): Promise<RoutingOutcome<T>> {
    [...this.running].forEach((other) => other.abort());
    return this.send(call, schema, new AbortController());
  }

  /** Can be aborted by the caller and by a stop. */
  private async call<T>(call: Call, schema: AnswerSchema<T>, signal: AbortSignal): Promise<RoutingOutcome<T>> {
    if (signal.aborted) {
      throw new AbortError();
    }
    const own = new AbortController();
    const abort = () => own.abort();
    signal.addEventListener('abort', abort, { once: true });
    this.running.add(own);
    try {
      return await this.send(call, schema, own);
    } finally {
      this.running.delete(own);
      signal.removeEventListener('abort', abort);
    }
  }

  private async send<T>({ method, path, query = {}, headers = {}, body }: Call, schema: AnswerSchema<T>, aborting: AbortController): Promise<RoutingOutcome<T>> {
    const limit = method === 'GET' ? READ_TIMEOUT_MS : WRITE_TIMEOUT_MS;
    const timer = new AbortController();
    const late = this.clock.sleep(limit, timer.signal).then(
      (): 'late' => 'late',
      () => new Promise<never>(() => undefined)
    );
    try {
      const reply: RoutingReply | 'late' = await Promise.race([this.transport({ method, path, query, headers, body }, aborting.signal), late]);
      return reply === 'late' ? { kind: 'unknown', message: `no answer within ${limit / 1000} s` } : readOutcome(reply, schema);
    } catch (reason) {
      if (isAbortError(reason)) {
        throw new AbortError();
      }
      return { kind: 'unknown', message: `the call failed: ${String(reason)}` };
    } finally {
      timer.abort();
      // After a timeout the connection is given free; the outcome is unknown either way.
      aborting.abort();
    }
  }
}

const entityTag = (revision: number): string => `"${revision}"`;

const writeHeaders = (revision: number, key: string) => ({ 'If-Match': entityTag(revision), 'Idempotency-Key': key });
