import type { AcquireRequest, ChangeRequest } from '../../src/domain/routing/requestSchema';

/** A call of `PUT /v1/override`, parsed. */
export interface WriteCall {
  readonly request: AcquireRequest | ChangeRequest;
  /** Of If-Match. */
  readonly revision: number;
  readonly actor: string;
  /** When the age of its evidence was stated, monotonic milliseconds: it is aged from here, however long the call waits for its turn. */
  readonly statedAt: number;
}

export const isChange = (request: AcquireRequest | ChangeRequest): request is ChangeRequest => 'leaseToken' in request;
