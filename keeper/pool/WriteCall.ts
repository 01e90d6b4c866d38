import type { AcquireRequest, ChangeRequest } from '../../src/domain/routing/requestSchema';

/** A call of `PUT /v1/override`, parsed. */
export interface WriteCall {
  readonly request: AcquireRequest | ChangeRequest;
  /** Of If-Match. */
  readonly revision: number;
  readonly actor: string;
  /** When it arrived, monotonic milliseconds: evidence is aged from here, however long the call waits for its turn. */
  readonly arrivedAt: number;
}

export const isChange = (request: AcquireRequest | ChangeRequest): request is ChangeRequest => 'leaseToken' in request;
