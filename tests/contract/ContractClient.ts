import type { AcquireRequest, ChangeRequest, RenewRequest } from '../../src/domain/routing/requestSchema';
import { problemSchema } from '../../src/domain/routing/answerSchema';

export interface Answer {
  readonly status: number;
  readonly body: unknown;
  /** Code of a problem, or null. */
  readonly code: string | null;
}

let keys = 0;

/** The contract as any client speaks it, without a thought of its own. */
export class ContractClient {
  constructor(
    readonly url: string,
    readonly token: string
  ) {}

  async isThere(): Promise<boolean> {
    return fetch(`${this.url}/metrics`).then(
      (response) => response.ok,
      () => false
    );
  }

  get(path: string): Promise<Answer> {
    return this.call('GET', path);
  }

  put(pool: string, request: AcquireRequest | ChangeRequest, revision: number, key = this.newKey(), query = ''): Promise<Answer> {
    return this.call('PUT', `/v1/override?pool=${pool}${query}`, request, { 'if-match': `"${revision}"`, 'idempotency-key': key });
  }

  renew(pool: string, request: RenewRequest): Promise<Answer> {
    return this.call('POST', `/v1/override/renew?pool=${pool}`, request);
  }

  stop(pool: string, runId?: string): Promise<Answer> {
    return this.call('DELETE', `/v1/override?pool=${pool}${runId === undefined ? '' : `&runId=${runId}`}`);
  }

  breakGlass(pool: string): Promise<Answer> {
    return this.call('DELETE', `/v1/override/diverged?pool=${pool}`);
  }

  freeze(reason: string): Promise<Answer> {
    return this.call('POST', '/v1/freeze', { reason });
  }

  unfreeze(): Promise<Answer> {
    return this.call('DELETE', '/v1/freeze');
  }

  newKey(): string {
    keys += 1;
    return `key-${Date.now()}-${keys}`;
  }

  async call(method: string, path: string, body?: object, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
    const response = await fetch(`${this.url}${path}`, {
      method,
      headers: { authorization: `Bearer ${this.token}`, ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const answer: unknown = await response.json();
    const problem = problemSchema.safeParse(answer);
    return { status: response.status, body: answer, code: problem.success ? problem.data.code : null };
  }
}
