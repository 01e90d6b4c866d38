import type { AcquireRequest, ChangeRequest } from '../../src/domain/routing/requestSchema';

/** An acquire as a client would send it, with what matters to a test changed. */
export const acquireRequest = (change: Partial<AcquireRequest> = {}): AcquireRequest => ({
  shares: { a: 4000 },
  ttlSeconds: 30,
  runId: 'run-1',
  reason: 'find the limit',
  holder: 'Ada',
  evidenceAgeMs: 1000,
  maxLifetimeSeconds: 600,
  ceilingBp: 6000,
  ceilingRps: null,
  ...change,
});

export const changeRequest = (change: Partial<ChangeRequest> & Pick<ChangeRequest, 'leaseToken' | 'seq'>): ChangeRequest => ({
  shares: { a: 4500 },
  ttlSeconds: 30,
  runId: 'run-1',
  reason: 'find the limit',
  holder: 'Ada',
  evidenceAgeMs: 1000,
  ...change,
});
