import type * as z from 'zod/mini';
import { type LeaseProblem, leasePoolsSchema, leaseProblemSchema, type LeaseState, leaseStateSchema } from './leaseSchemas';

export interface LeaseApiOptions {
  /** Where the router offers its lease, for example `http://127.0.0.1:24093/headroom`. */
  readonly url: string;
  /** Sent as bearer token, where the router's configuration asks for one. */
  readonly token?: string;
  readonly timeoutMs?: number;
}

/** The router could not be asked, or what it said is no answer of a lease interface. */
export class LeaseApiError extends Error {
  override readonly name = 'LeaseApiError';
}

export type LeaseAnswer = { readonly kind: 'state'; readonly state: LeaseState } | { readonly kind: 'problem'; readonly problem: LeaseProblem };

const TIMEOUT_MS = 2000;
const EXCERPT = 120;

interface Reply {
  readonly status: number;
  readonly text: string;
}

/** The HTTP interface that a lease inside a router offers, the same for every router. Methods reject with a LeaseApiError. */
export class LeaseApi {
  private readonly base: string;
  private readonly headers: Readonly<Record<string, string>>;
  private readonly timeoutMs: number;

  constructor({ url, token, timeoutMs = TIMEOUT_MS }: LeaseApiOptions) {
    this.base = url.replace(/\/+$/, '');
    this.headers = { ...(token === undefined ? {} : { authorization: `Bearer ${token}` }), 'content-type': 'application/json' };
    this.timeoutMs = timeoutMs;
  }

  async pools(): Promise<readonly string[]> {
    const reply = await this.send('/pools');
    return this.parsed(reply, leasePoolsSchema).pools;
  }

  async state(pool: string): Promise<LeaseState> {
    const reply = await this.send(`/pool?pool=${encodeURIComponent(pool)}`);
    return this.parsed(reply, leaseStateSchema);
  }

  /** @param body see `headroom_lease.lua` */
  async call(path: '/lease' | '/prolong', pool: string, body: object): Promise<LeaseAnswer> {
    const reply = await this.send(`${path}?pool=${encodeURIComponent(pool)}`, JSON.stringify(body));
    if (reply.status === 200) {
      return { kind: 'state', state: this.parsed(reply, leaseStateSchema) };
    }
    const problem = leaseProblemSchema.safeParse(this.json(reply));
    if (!problem.success) {
      throw this.notUnderstood(reply);
    }
    return { kind: 'problem', problem: problem.data };
  }

  private async send(path: string, body?: string): Promise<Reply> {
    try {
      const response = await fetch(`${this.base}${path}`, {
        method: body === undefined ? 'GET' : 'POST',
        headers: this.headers,
        body,
        redirect: 'error',
        signal: AbortSignal.timeout(this.timeoutMs),
      });
      return { status: response.status, text: await response.text() };
    } catch (error) {
      throw new LeaseApiError(`the router at ${this.base} could not be asked: ${reasonOf(error)}`);
    }
  }

  private parsed<T>(reply: Reply, schema: z.ZodMiniType<T>): T {
    const result = schema.safeParse(this.json(reply));
    if (reply.status !== 200 || !result.success) {
      throw this.notUnderstood(reply);
    }
    return result.data;
  }

  private json(reply: Reply): unknown {
    try {
      return JSON.parse(reply.text);
    } catch {
      throw this.notUnderstood(reply);
    }
  }

  private notUnderstood({ status, text }: Reply): LeaseApiError {
    return new LeaseApiError(`the router at ${this.base} answered ${status} with what is no lease state: ${JSON.stringify(text.slice(0, EXCERPT))}`);
  }
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) {
    return String(error);
  }
  return error.cause instanceof Error ? `${error.message}: ${error.cause.message}` : error.message;
}
